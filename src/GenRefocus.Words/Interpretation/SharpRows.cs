namespace GenRefocus.Words;

/// <summary>The rows that leave little or nothing blurred: everything sharp, deep depth of field.</summary>
internal static class SharpRows
{
    private const string AllSharp = "allSharp";
    private const string Deep = "deep";

    /// <summary>Whether a token names one.</summary>
    /// <param name="token">The token.</param>
    public static bool Contains(Token token) => token.Is(TermKind.Row) && Contains(token.Term!.Id);

    /// <summary>Whether a row is one.</summary>
    /// <param name="row">The row's id.</param>
    public static bool Contains(string row) => row is AllSharp or Deep;
}
