namespace GenRefocus.Settings.Tests;

public sealed class TextTests
{
    /// <summary>Words that are spelled as in English, language and key.</summary>
    private static readonly HashSet<string> SameAsEnglish =
    [
        "de aperture.shape.ring", "de engine.name.genfocus", "es engine.name.genfocus", "fr engine.name.genfocus", "fr engine.name.compact", "fr aperture.shape.image",
    ];

    public static TheoryData<string> Languages => [.. SettingTexts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_and_no_other(string language)
    {
        (IReadOnlyList<string> missing, IReadOnlyList<string> superfluous) = SettingTexts.ForLanguage(language).Compare();
        Assert.Empty(missing);
        Assert.Empty(superfluous);
    }

    [Fact]
    public void The_seven_languages_are_there() => Assert.Equal(["de", "en", "es", "fr", "ja", "ko", "zh-Hans"], SettingTexts.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_is_translated(string language)
    {
        if (language == SettingTexts.DefaultLanguage)
            return;

        SettingTexts texts = SettingTexts.ForLanguage(language);
        List<string> untranslated = [];
        void Compare(string key, string text, string english)
        {
            if (text == english && !SameAsEnglish.Contains($"{language} {key}"))
                untranslated.Add(key);
        }

        foreach (string group in SettingsCatalog.Groups)
            Compare(group, texts.Group(group), SettingTexts.English.Group(group));
        foreach (SettingDescription member in SettingsCatalog.All)
        {
            Compare(member.Path, texts.Title(member), SettingTexts.English.Title(member));
            Compare($"{member.Path}.help", texts.Help(member), SettingTexts.English.Help(member));
            foreach (string choice in (member as ChoiceSetting)?.Choices ?? [])
                Compare($"{member.Path}.{choice}", texts.Choice((ChoiceSetting)member, choice), SettingTexts.English.Choice((ChoiceSetting)member, choice));
        }

        foreach (RefocusFeatures feature in Enum.GetValues<RefocusFeatures>().Where(feature => feature != RefocusFeatures.None))
            Compare(feature.ToString(), texts.Feature(feature), SettingTexts.English.Feature(feature));
        Assert.Empty(untranslated);
    }

    [Fact]
    public void English_is_there() => Assert.Contains(SettingTexts.DefaultLanguage, SettingTexts.Languages);

    [Fact]
    public void A_language_that_is_not_there_falls_back_to_English() => Assert.Same(SettingTexts.English, SettingTexts.ForLanguage("tlh"));

    [Fact]
    public void Titles_are_short_and_help_is_whole_sentences()
    {
        foreach (SettingTexts texts in SettingTexts.Languages.Select(SettingTexts.ForLanguage))
        {
            foreach (SettingDescription member in SettingsCatalog.All)
            {
                Assert.InRange(texts.Title(member).Length, 1, 30);
                string help = texts.Help(member);
                Assert.Contains(help[^1], ".。");
                Assert.NotEqual(texts.Title(member), help);
                if (member is ChoiceSetting choices)
                    Assert.All(choices.Choices, choice => Assert.NotEmpty(texts.Choice(choices, choice)));
            }

            Assert.All(SettingsCatalog.Groups, group => Assert.NotEmpty(texts.Group(group)));
        }
    }
}
