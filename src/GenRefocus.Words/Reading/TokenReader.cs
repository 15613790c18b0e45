namespace GenRefocus.Words;

/// <summary>Cuts a text into phrases, numbers and words that are not known, the longest phrase first.</summary>
/// <param name="lexicon">The lexicon of the text's language.</param>
/// <param name="alone">Whether the words of other languages are left unknown.</param>
internal sealed class TokenReader(Lexicon lexicon, bool alone = false)
{
    // What runs compounds together: Donut-s-bokeh. Deeper ones than five parts nobody writes.
    private const int MaxParts = 5;
    private const int LeastLooseLength = 4;

    private static readonly Term Joint = new(TermKind.And, "");

    private readonly Lexicon _english = LexiconStore.Get(WordsLanguages.English);

    /// <summary>Cuts a text.</summary>
    /// <param name="input">The normalised text.</param>
    /// <returns>Its tokens, in order.</returns>
    public List<Token> Read(string input)
    {
        List<Token> tokens = [];
        int at = 0;
        while (at < input.Length)
        {
            if (Script.IsJoint(input[at]) && input[at] is not ('\n' or '\r'))
            {
                at++;
                continue;
            }

            at = ReadOne(input, at, tokens);
        }

        return tokens;
    }

    private int ReadOne(string input, int at, List<Token> tokens)
    {
        bool wordStart = at == 0 || !Script.IsSpacedLetter(input[at - 1]);
        if (wordStart && NumberReader.ReadFNumber(input, at) is { } aperture)
            return Add(tokens, new(TokenKind.FNumber, at, aperture.End, Value: aperture.Value));
        if (NumberReader.Read(input, at) is { } number)
            return Add(tokens, new(TokenKind.Number, at, number.End, Value: number.Value));
        if (lexicon.Values.Longest(input, at, wholeWords: true) is { } name && NumberReader.ReadValue(input, name.End) is { } value)
            return Add(tokens, new(TokenKind.Assignment, at, value.End, name.Term, value.Value));
        if (Find(input, at) is { } term)
            return Add(tokens, new(TokenKind.Term, at, term.End, term.Term));
        if (lexicon.HasCompounds && Script.IsSpacedLetter(input[at]) && Split(input, at) is { } parts)
        {
            tokens.AddRange(parts);
            return parts[^1].End;
        }

        if (input[at] is '&' or '+')
            return Add(tokens, new(TokenKind.Term, at, at + 1, Joint));
        if (IsBreak(input[at]))
            return Add(tokens, new(TokenKind.Break, at, at + 1));

        int end = UnknownEnd(input, at);
        return Add(tokens, new(TokenKind.Unknown, at, end));
    }

    // The language first, then names, then English looks, which photographers use everywhere.
    private (Term Term, int End)? Find(string input, int at)
    {
        (Term Term, int End)? own = lexicon.Terms.Longest(input, at, wholeWords: true);
        (Term Term, int End)? shared = LexiconStore.Shared.Terms.Longest(input, at, wholeWords: true);
        (Term Term, int End)? best = shared is { } name && name.End > (own?.End ?? at) ? shared : own;
        if (best is not null || alone || lexicon == _english)
            return best;

        (Term Term, int End)? english = _english.Terms.Longest(input, at, wholeWords: true);
        return english?.Term.Kind is TermKind.Row or TermKind.Blur or TermKind.Intensity or TermKind.Focus or TermKind.Target or TermKind.Lens ? english : null;
    }

    private List<Token>? Split(string input, int start)
    {
        int end = start;
        while (end < input.Length && Script.IsSpacedLetter(input[end]))
            end++;

        List<Token> parts = [];
        return SplitFrom(input, start, end, parts) ? parts : null;
    }

    private bool SplitFrom(string input, int at, int end, List<Token> parts)
    {
        if (at == end)
            return parts.Count > 0;
        if (parts.Count == MaxParts)
            return false;

        foreach (PatternIndex index in (PatternIndex[])[lexicon.Terms, LexiconStore.Shared.Terms])
        {
            if (index.Longest(input, at, wholeWords: false) is not { } part || part.End > end || IsLoose(part, at, parts))
                continue;

            parts.Add(new(TokenKind.Term, at, part.End, part.Term));
            if (SplitFrom(input, part.End, end, parts) || (part.End < end && input[part.End] is 's' or 'n' or 'e' && SplitFrom(input, part.End + 1, end, parts)))
                return true;
            parts.RemoveAt(parts.Count - 1);
        }

        return false;
    }

    // A word that says nothing makes a compound only behind one that says something, and short ones are syllables by chance.
    private static bool IsLoose((Term Term, int End) part, int start, List<Token> parts) =>
        part.Term.Kind == TermKind.Filler && (parts.Count == 0 || part.End - start < LeastLooseLength);

    private static int UnknownEnd(string input, int at)
    {
        char c = input[at];
        Func<char, bool>? same = Script.IsSpacedLetter(c) ? Script.IsSpacedLetter : Script.IsHangul(c) ? Script.IsHangul : Script.IsKatakana(c) ? Script.IsKatakana : null;
        int end = at + 1;
        if (same is null)
            return char.IsHighSurrogate(c) && end < input.Length && char.IsLowSurrogate(input[end]) ? end + 1 : end;

        while (end < input.Length && same(input[end]))
            end++;
        return end;
    }

    private static int Add(List<Token> tokens, Token token)
    {
        tokens.Add(token);
        return token.End;
    }

    private static bool IsBreak(char c) =>
        c is '\n' or '\r' || (char.IsPunctuation(c) && c is not ('%' or '#' or '@' or '*')) || c is '、' or '。' or '|' or '=' or '<' or '>' or '~';
}
