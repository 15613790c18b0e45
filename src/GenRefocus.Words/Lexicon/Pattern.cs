namespace GenRefocus.Words;

/// <summary>
/// A phrase, normalised. A space matches any run of spaces and hyphens, or nothing, so that compounds match too; a star matches the rest of a word of an
/// alphabet, so that inflected forms match.
/// </summary>
/// <param name="text">The phrase; not empty.</param>
/// <param name="term">What it means.</param>
internal sealed class Pattern(string text, Term term)
{
    /// <summary>The phrase.</summary>
    public string Text { get; } = text;

    /// <summary>What the phrase means.</summary>
    public Term Term { get; } = term;

    /// <summary>The character that it begins with.</summary>
    public char First => Text[0];

    /// <summary>Tries the phrase.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">Where it must begin.</param>
    /// <param name="wholeWords">Whether it must end at the end of a word.</param>
    /// <returns>The character behind the phrase; -1 when it does not stand there.</returns>
    public int Match(string input, int start, bool wholeWords)
    {
        int at = start;
        foreach (char c in Text)
        {
            switch (c)
            {
                case ' ':
                    while (at < input.Length && Script.IsJoint(input[at]))
                        at++;
                    break;
                case '*':
                    while (at < input.Length && Script.IsSpacedLetter(input[at]))
                        at++;
                    break;
                default:
                    if (at >= input.Length || input[at] != c)
                        return -1;
                    at++;
                    break;
            }
        }

        bool insideWord = at < input.Length && Script.IsSpacedLetter(input[at]) && Script.IsSpacedLetter(input[at - 1]);
        return wholeWords && insideWord ? -1 : at;
    }
}
