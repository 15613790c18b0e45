namespace GenRefocus.Words;

/// <summary>Finds the language of a text from its scripts, then from how much of it each lexicon knows.</summary>
internal static class LanguageDetector
{
    /// <summary>Finds the language.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The user's language, taken where the text could be of several; <see langword="null"/> when unknown.</param>
    /// <returns>One of <see cref="WordsLanguages.All"/>.</returns>
    public static string Detect(NormalizedText text, string? culture)
    {
        if (text.Text.Any(Script.IsHangul))
            return WordsLanguages.Korean;
        if (text.Text.Any(c => Script.IsHiragana(c) || (Script.IsKatakana(c) && c != 'ー')))
            return WordsLanguages.Japanese;
        if (text.Text.Any(Script.IsHan))
            return Best(text, [WordsLanguages.Chinese, WordsLanguages.Japanese], culture);
        return text.Text.Any(Script.IsSpacedLetter) ? Best(text, WordsLanguages.Alphabetic, culture) : culture ?? WordsLanguages.English;
    }

    private static string Best(NormalizedText text, IReadOnlyList<string> languages, string? culture)
    {
        int[] known = [.. languages.Select(language => Known(text, language))];
        int most = known.Max();
        if (culture is not null && !languages.Contains(culture) && most == 0 && text.Text.All(c => !Script.IsHan(c)))
            return culture;

        string[] best = [.. languages.Where((_, at) => known[at] == most)];
        return culture is not null && best.Contains(culture) ? culture : best[0];
    }

    private static int Known(NormalizedText text, string language) => new TokenReader(LexiconStore.Get(language), alone: true)
        .Read(text.Text)
        .Where(token => token.Kind is TokenKind.Term or TokenKind.Assignment)
        .Sum(token => token.End - token.Start);
}
