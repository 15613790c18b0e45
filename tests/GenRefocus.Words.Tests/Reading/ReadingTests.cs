using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("ｃｒｅａｍｙ　ｂｏｋｅｈ", "creamy bokeh")]
    [InlineData("𝐜𝐫𝐞𝐚𝐦𝐲", "creamy")]
    [InlineData("ｶﾞﾗｽ", "ガラス")]
    [InlineData("cre\u0301meux", "cremeux")]
    [InlineData("CRÉMEUX", "cremeux")]
    [InlineData("\u1112\u1161\u1110\u1173", "하트")]
    [InlineData("８５㎜", "85mm")]
    [InlineData("GROẞ", "gross")]
    public void Forms_of_a_letter_are_one(string original, string normalised) => Assert.Equal(normalised, NormalizedText.Of(original).Text);

    [Fact]
    public void Stretches_are_those_of_the_original()
    {
        WordsResult result = WordsInterpreter.Interpret("bokeh très cre\u0301meux, mit Xylophon", new() { Language = "fr" });
        UnderstoodWords understood = Assert.Single(result.Understood);
        Assert.Equal("très cre\u0301meux", understood.Text);
        Assert.Equal(6, understood.Start);
        Assert.Contains(result.Ignored, words => words.Text.Contains("Xylophon", StringComparison.Ordinal) && words.Reason.Contains("inconnu", StringComparison.Ordinal));
    }

    [Fact]
    public void Neighbouring_words_of_one_row_are_one_stretch()
    {
        WordsResult result = WordsInterpreter.Interpret("weiches und cremiges Bokeh");
        UnderstoodWords understood = Assert.Single(result.Understood);
        Assert.Equal("weiches und cremiges", understood.Text);
        Assert.Equal(["aperture.shape", "aperture.bubble", "light.highlights"], understood.Members);
        Assert.Equal("de", result.Language);
        Assert.Empty(result.Ignored);
        Assert.Equal(3, result.Explanation.Count);
    }

    [Theory]
    [InlineData("focus on the red cup", "en", "red cup")]
    [InlineData("Fokus auf die rote Tasse", "de", "rote Tasse")]
    [InlineData("빨간 컵에 초점", "ko", "빨간 컵에")]
    [InlineData("赤いカップにピント", "ja", "赤いカップ")]
    public void Anything_can_be_focused_where_a_model_finds_it(string text, string language, string words)
    {
        WordsResult result = WordsInterpreter.Interpret(text, new() { Language = language, HasTextMask = true });
        Assert.Equal($"text:{words}", result.Settings["focus.target"]?.Text);
        Assert.Single(WordsInterpreter.Interpret(text, new() { Language = language }).Ignored);
    }

    [Theory]
    [InlineData("f/0.1")]
    [InlineData("f/99")]
    [InlineData("40 blades")]
    [InlineData("focus at 90000 m")]
    public void Numbers_out_of_range_are_ignored_and_named(string text)
    {
        WordsResult result = WordsInterpreter.Interpret(text, new() { Language = "en" });
        Assert.Equal(SettingsPatch.Empty, result.Settings);
        Assert.Contains("range", Assert.Single(result.Ignored).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_focal_length_is_only_explained()
    {
        WordsResult result = WordsInterpreter.Interpret("an 85mm f/1.2 look");
        Assert.Equal(1.2, result.Settings["blur.fNumber"]?.Number);
        Assert.Contains(result.Explanation, sentence => sentence.Contains("85 mm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("zh_CN.UTF-8", "zh-Hans")]
    [InlineData("JA", "ja")]
    [InlineData("pt", null)]
    [InlineData("", null)]
    public void Languages_have_many_names(string name, string? language) => Assert.Equal(language, WordsLanguages.Find(name));

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Assert.Throws<SettingsException>(() => WordsInterpreter.Interpret(new string('x', 2001)));
}
