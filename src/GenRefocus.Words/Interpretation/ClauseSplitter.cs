namespace GenRefocus.Words;

/// <summary>Cuts tokens into clauses, within which words act on each other.</summary>
internal static class ClauseSplitter
{
    /// <summary>Cuts tokens.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <returns>Clauses without punctuation, joints and words that say nothing; none is empty.</returns>
    public static IEnumerable<IReadOnlyList<Token>> Split(IEnumerable<Token> tokens)
    {
        List<Token> clause = [];
        foreach (Token token in tokens)
        {
            if (token.Kind == TokenKind.Break || token.Is(TermKind.And))
            {
                if (clause.Count > 0)
                    yield return clause;
                clause = [];
            }
            else if (!token.IsFiller)
            {
                clause.Add(token);
            }
        }

        if (clause.Count > 0)
            yield return clause;
    }
}
