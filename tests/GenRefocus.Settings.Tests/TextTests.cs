namespace GenRefocus.Settings.Tests;

public sealed class TextTests
{
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
    public void English_is_there() => Assert.Contains(SettingTexts.DefaultLanguage, SettingTexts.Languages);

    [Fact]
    public void A_language_that_is_not_there_falls_back_to_English() => Assert.Same(SettingTexts.English, SettingTexts.ForLanguage("tlh"));

    [Fact]
    public void Titles_are_short_and_help_is_whole_sentences()
    {
        foreach (SettingDescription member in SettingsCatalog.All)
        {
            Assert.InRange(SettingTexts.English.Title(member).Length, 1, 30);
            string help = SettingTexts.English.Help(member);
            Assert.EndsWith(".", help, StringComparison.Ordinal);
            Assert.NotEqual(SettingTexts.English.Title(member), help);
            if (member is ChoiceSetting choices)
                Assert.All(choices.Choices, choice => Assert.NotEmpty(SettingTexts.English.Choice(choices, choice)));
        }

        Assert.All(SettingsCatalog.Groups, group => Assert.NotEmpty(SettingTexts.English.Group(group)));
    }
}
