namespace GenRefocus.Words;

/// <summary>The longest phrase found so far.</summary>
/// <param name="start">Where it must begin.</param>
/// <param name="wholeWords">Whether it must end at the end of a word.</param>
internal struct PatternMatch(int start, bool wholeWords)
{
    private readonly int _start = start;
    private readonly bool _wholeWords = wholeWords;
    private int _order = int.MaxValue;

    /// <summary>What it means; <see langword="null"/> while none has been found.</summary>
    public Term? Term { get; private set; }

    /// <summary>The character behind it.</summary>
    public int End { get; private set; } = start;

    /// <summary>Takes a phrase if it is longer.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="end">The character behind the phrase.</param>
    /// <param name="node">Where it ends in the tree; it has a term.</param>
    public void Offer(string input, int end, PatternNode node)
    {
        if (end < End || end == _start || (end == End && node.Order >= _order))
            return;
        if (_wholeWords && end < input.Length && Script.IsSpacedLetter(input[end]) && Script.IsSpacedLetter(input[end - 1]))
            return;

        Term = node.Term;
        End = end;
        _order = node.Order;
    }
}
