using System.Collections.Frozen;

namespace GenRefocus.Words;

/// <summary>Phrases, found by their first character.</summary>
/// <param name="patterns">The phrases.</param>
internal sealed class PatternIndex(IEnumerable<Pattern> patterns)
{
    private readonly FrozenDictionary<char, Pattern[]> _patterns =
        patterns.GroupBy(pattern => pattern.First).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Finds the longest phrase.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">Where it must begin.</param>
    /// <param name="wholeWords">Whether it must end at the end of a word.</param>
    /// <returns>The phrase and the character behind it; <see langword="null"/> when there is none.</returns>
    public (Term Term, int End)? Longest(string input, int start, bool wholeWords)
    {
        if (!_patterns.TryGetValue(input[start], out Pattern[]? candidates))
            return null;

        (Term Term, int End)? best = null;
        foreach (Pattern pattern in candidates)
        {
            int end = pattern.Match(input, start, wholeWords);
            if (end > (best?.End ?? start))
                best = (pattern.Term, end);
        }

        return best;
    }
}
