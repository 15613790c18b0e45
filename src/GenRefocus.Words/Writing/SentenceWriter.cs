using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Says settings in words that <see cref="WordsInterpreter"/> reads as the same settings.</summary>
public static class SentenceWriter
{
    private const string Rest = "write:joint";

    /// <summary>Writes a sentence.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="language">One of <see cref="WordsLanguages.All"/>.</param>
    /// <returns>The sentence, and the members for which there are no words.</returns>
    /// <exception cref="ArgumentException">The language is not one of <see cref="WordsLanguages.All"/>.</exception>
    public static WrittenWords Write(SettingsPatch settings, string language)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!WordsLanguages.All.Contains(language))
            throw new ArgumentException($"{language} is not one of {string.Join(", ", WordsLanguages.All)}.", nameof(language));

        Lexicon lexicon = LexiconStore.Get(language);
        SettingsPatch left = settings;
        List<string> clauses = [];
        foreach ((string words, SettingsPatch said) in PhraseList.Of(settings, lexicon))
        {
            // A phrase is used when it says nothing wrong and something that has not been said.
            if (said.Count == 0 || !said.Members.All(member => left[member.Path] == said[member.Path]))
                continue;

            clauses.Add(words);
            left = said.Members.Aggregate(left, (rest, member) => rest.Without(member.Path));
        }

        return new(string.Join(lexicon.Text(Rest), clauses), [.. left.Members.Select(member => member.Path)]);
    }
}
