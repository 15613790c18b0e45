namespace GenRefocus.Words;

/// <summary>A stretch of normalised text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Term">The phrase; <see langword="null"/> unless it is one, or an assignment.</param>
/// <param name="Value">The number of those that have one.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, Term? Term = null, double Value = 0)
{
    /// <summary>Whether this is a phrase of a kind.</summary>
    public bool Is(TermKind kind) => Kind == TokenKind.Term && Term!.Kind == kind;

    /// <summary>Whether this says nothing.</summary>
    public bool IsFiller => Is(TermKind.Filler);
}
