namespace GenRefocus.Words;

/// <summary>The words of one language.</summary>
internal sealed class Lexicon
{
    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Makes a lexicon.</summary>
    /// <param name="language">The language.</param>
    /// <param name="hasCompounds">Whether its words may be run together, as German nouns are.</param>
    /// <param name="adjectivesFollow">Whether an adjective stands behind its noun.</param>
    /// <param name="patterns">Its phrases.</param>
    /// <param name="texts">Its sentences for explanations and for writing.</param>
    public Lexicon(string language, bool hasCompounds, bool adjectivesFollow, IReadOnlyList<Pattern> patterns, IReadOnlyDictionary<string, string> texts)
    {
        Language = language;
        HasCompounds = hasCompounds;
        AdjectivesFollow = adjectivesFollow;
        Terms = new(patterns.Where(pattern => pattern.Term.Kind != TermKind.Value));
        Values = new(patterns.Where(pattern => pattern.Term.Kind == TermKind.Value));
        _texts = texts;
        foreach (Pattern pattern in patterns.Where(pattern => pattern.Term.Kind == TermKind.Value))
            _names.TryAdd(pattern.Term.Id, pattern.Text);
    }

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>Whether words may be run together.</summary>
    public bool HasCompounds { get; }

    /// <summary>Whether an adjective stands behind its noun, as in Spanish and French.</summary>
    public bool AdjectivesFollow { get; }

    /// <summary>All phrases but names of members.</summary>
    public PatternIndex Terms { get; }

    /// <summary>Names of members, which mean something only before a number.</summary>
    public PatternIndex Values { get; }

    /// <summary>The name of a member, as it stands before its value.</summary>
    /// <param name="path">The member.</param>
    /// <returns>The name; <see langword="null"/> when the language has none.</returns>
    public string? NameOf(string path) => _names.GetValueOrDefault(path);

    /// <summary>A sentence of the language.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The sentence; <see langword="null"/> when there is none.</returns>
    public string? Text(string key) => _texts.GetValueOrDefault(key);
}
