using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>What one clause says, as it is found.</summary>
/// <param name="tokens">The clause; not empty.</param>
internal sealed class ClauseReading(IReadOnlyList<Token> tokens)
{
    private readonly HashSet<Token> _explained = [];

    /// <summary>The clause.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>What it says.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>What changes nothing, with the reason.</summary>
    public List<(int Start, int End, IgnoredReason Reason)> Ignored { get; } = [];

    /// <summary>Whether the clause asks for blur in one part of the picture, so that its words for sharpness everywhere do not hold.</summary>
    public bool BlursPart { get; set; }

    /// <summary>Whether the clause holds words that no lexicon has.</summary>
    public bool HasUnknown { get; } = tokens.Any(token => token.Kind == TokenKind.Unknown);

    /// <summary>Adds that a token sets one member.</summary>
    /// <param name="token">The token.</param>
    /// <param name="path">The member.</param>
    /// <param name="value">Its value; refused values are ignored with the reason.</param>
    public void Set(Token token, string path, SettingValue value) => Set(token.Start, token.End, () => SettingsPatch.Empty.With(path, value));

    /// <summary>Adds that a stretch says something.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character behind its last.</param>
    /// <param name="patch">Makes what it sets; where a value is refused the stretch is ignored with the reason.</param>
    public void Set(int start, int end, Func<SettingsPatch> patch)
    {
        try
        {
            Statements.Add(new(start, end, patch()));
        }
        catch (SettingsException)
        {
            Ignored.Add((start, end, IgnoredReason.Range));
        }
    }

    /// <summary>Ignores a stretch, its tokens included.</summary>
    /// <param name="first">Its first token.</param>
    /// <param name="last">Its last token.</param>
    /// <param name="reason">Why.</param>
    public void Ignore(Token first, Token last, IgnoredReason reason)
    {
        Ignored.Add((first.Start, last.End, reason));
        Explain(first.Start, last.End);
    }

    /// <summary>Notes that the words of a stretch have been dealt with.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character behind its last.</param>
    public void Explain(int start, int end)
    {
        int at = 0;
        int count = Tokens.Count;
        while (count > 0)
        {
            int half = count / 2;
            (at, count) = Tokens[at + half].Start < start ? (at + half + 1, count - half - 1) : (at, half);
        }

        for (; at < Tokens.Count && Tokens[at].End <= end; at++)
            _explained.Add(Tokens[at]);
    }

    /// <summary>Ignores the unknown words and numbers that nothing has dealt with, neighbours together.</summary>
    public void IgnoreRest()
    {
        int at = 0;
        while (at < Tokens.Count)
        {
            int next = at;
            while (next < Tokens.Count && Tokens[next].Kind is TokenKind.Unknown or TokenKind.Number && !_explained.Contains(Tokens[next]))
                next++;
            if (next > at)
                Ignored.Add((Tokens[at].Start, Tokens[next - 1].End, IgnoredReason.Unknown));
            at = next + 1;
        }
    }
}
