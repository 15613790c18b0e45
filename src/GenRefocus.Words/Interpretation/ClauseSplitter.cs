namespace GenRefocus.Words;

/// <summary>Cuts tokens into clauses, within which words act on each other.</summary>
internal static class ClauseSplitter
{
    /// <summary>Cuts tokens.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <returns>Clauses without punctuation, joints and words that say nothing; none is empty.</returns>
    public static IEnumerable<IReadOnlyList<Token>> Split(IReadOnlyList<Token> tokens)
    {
        List<Token> clause = [];
        for (int at = 0; at < tokens.Count; at++)
        {
            Token token = tokens[at];
            if (token.Kind == TokenKind.Break && IsBesideException(tokens, at))
                continue;

            if (token.Kind == TokenKind.Break || token.Is(TermKind.And))
            {
                if (WithoutLooseAdjectives(clause) is { Count: > 0 } ended)
                    yield return ended;
                clause = [];
            }
            else if (!token.IsFiller)
            {
                clause.Add(token);
            }
        }

        if (WithoutLooseAdjectives(clause) is { Count: > 0 } last)
            yield return last;
    }

    // Everything sharp, except the background: one clause, whichever comes first.
    private static bool IsBesideException(IReadOnlyList<Token> tokens, int at) =>
        (at > 0 && tokens[at - 1].Is(TermKind.Except)) || (at + 1 < tokens.Count && tokens[at + 1].Is(TermKind.Except));

    // Small, deep and their like are about the depth of field or about nothing.
    private static List<Token> WithoutLooseAdjectives(List<Token> clause) =>
        clause.Exists(token => token.Is(TermKind.Field) && token.Term!.Id.Length == 0) ? clause : [.. clause.Where(token => !token.Is(TermKind.Field))];
}
