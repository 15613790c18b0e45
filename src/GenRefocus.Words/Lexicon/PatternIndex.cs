namespace GenRefocus.Words;

/// <summary>Phrases as a tree, so that a place of a text costs as much as what matches there, however many phrases there are.</summary>
internal sealed class PatternIndex
{
    private readonly PatternNode _root = new();

    /// <summary>Makes the tree.</summary>
    /// <param name="patterns">The phrases.</param>
    public PatternIndex(IEnumerable<Pattern> patterns)
    {
        int order = 0;
        foreach (Pattern pattern in patterns)
            _root.Add(pattern, order++);
    }

    /// <summary>Finds the longest phrase.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">Where it must begin.</param>
    /// <param name="wholeWords">Whether it must end at the end of a word.</param>
    /// <returns>The phrase and the character behind it; <see langword="null"/> when there is none.</returns>
    public (Term Term, int End)? Longest(string input, int start, bool wholeWords)
    {
        PatternMatch match = new(start, wholeWords);
        _root.Follow(input, start, ref match);
        return match.Term is { } term ? (term, match.End) : null;
    }
}
