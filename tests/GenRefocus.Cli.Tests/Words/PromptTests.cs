using System.Text.Json;

namespace GenRefocus.Cli.Tests;

public sealed class PromptTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Words_are_explained_for_people()
    {
        CliResult result = new CliProcess("prompt", "sehr weiches Bokeh, Banane").Run();
        result.AssertOk();
        Assert.Contains("--bubble -0.75", result.Text, StringComparison.Ordinal);
        Assert.Contains("Zerstreuungskreise", result.Text, StringComparison.Ordinal);
        Assert.Contains("„Banane“", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_explained_for_programs()
    {
        CliResult result = new CliProcess("prompt", "weiches und cremiges Bokeh", "--json").Run();
        result.AssertOk();
        Assert.Equal(1, result.Json.GetProperty("version").GetInt32());
        Assert.Equal("de", result.Json.GetProperty("language").GetString());
        Assert.Equal(-0.5, result.Json.GetProperty("settings").GetProperty("aperture").GetProperty("bubble").GetDouble());
        JsonElement understood = Assert.Single(result.Json.GetProperty("understood").EnumerateArray());
        Assert.Equal("weiches und cremiges", understood.GetProperty("text").GetString());
        Assert.Equal(0, understood.GetProperty("start").GetInt32());
        Assert.Equal(20, understood.GetProperty("length").GetInt32());
        Assert.Equal(0, result.Json.GetProperty("ignored").GetArrayLength());
        Assert.Equal(3, result.Json.GetProperty("explanation").GetArrayLength());
    }

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("fr-CA", "fr")]
    public void The_language_can_be_given(string given, string language) =>
        Assert.Equal(language, new CliProcess("prompt", "bokeh", "--language", given, "--json").Run().Json.GetProperty("language").GetString());

    [Fact]
    public void The_language_of_the_system_decides_where_words_do_not() =>
        Assert.Equal("es", new CliProcess("prompt", "bokeh f/2", "--json").With("LC_ALL", "es_ES.UTF-8").Run().Json.GetProperty("language").GetString());

    [Fact]
    public void What_cannot_be_read_is_refused()
    {
        new CliProcess("prompt", "bokeh", "--language", "pt").Run().AssertFailed(2, "--language", "pt", "zh-Hans");
        new CliProcess("prompt", new string('x', 2001)).Run().AssertFailed(2, "prompt", "2000");
        new CliProcess("prompt").Run().AssertFailed(2, "WORDS");
    }

    [Fact]
    public void Words_lie_under_flags_and_over_the_settings_file()
    {
        File.WriteAllText(_folder["look.json"], "{\"version\":1,\"blur\":{\"strength\":3,\"near\":0.5},\"aperture\":{\"shape\":\"ring\"}}");
        CliResult result = Refocus("--settings", _folder["look.json"], "--prompt", "strong blur with hearts, f/4", "--aperture", "8");
        Assert.Equal(0, result.Code);
        JsonElement settings = result.Json.GetProperty("settings");
        Assert.Equal(8, settings.GetProperty("blur").GetProperty("fNumber").GetDouble());
        Assert.Equal(1.6, settings.GetProperty("blur").GetProperty("strength").GetDouble());
        Assert.Equal(0.5, settings.GetProperty("blur").GetProperty("near").GetDouble());
        Assert.Equal("heart", settings.GetProperty("aperture").GetProperty("shape").GetString());
    }

    [Fact]
    public void Words_of_a_file_lie_under_its_own_members_and_under_the_words_of_a_flag()
    {
        File.WriteAllText(_folder["look.json"], "{\"version\":1,\"prompt\":\"strong blur with hearts\",\"blur\":{\"strength\":3}}");
        JsonElement settings = Refocus("--settings", _folder["look.json"]).Json.GetProperty("settings");
        Assert.Equal(3, settings.GetProperty("blur").GetProperty("strength").GetDouble());
        Assert.Equal("heart", settings.GetProperty("aperture").GetProperty("shape").GetString());

        settings = Refocus("--settings", _folder["look.json"], "--prompt", "subtle blur").Json.GetProperty("settings");
        Assert.Equal(0.5, settings.GetProperty("blur").GetProperty("strength").GetDouble());
        Assert.Equal("disc", settings.GetProperty("aperture").GetProperty("shape").GetString());
    }

    [Fact]
    public void The_language_of_words_and_report_can_be_given()
    {
        JsonElement words = Refocus("--prompt", "bokeh f/8", "--language", "es").Json.GetProperty("words");
        Assert.Equal("es", words.GetProperty("language").GetString());
        Assert.Contains("objetivo", words.GetProperty("explanation")[0].GetString(), StringComparison.Ordinal);
        Refocus("--prompt", "bokeh", "--language", "pt").AssertFailed(2, "--language", "pt", "zh-Hans");
    }

    [Fact]
    public void The_report_says_what_was_understood_and_warns_of_the_rest()
    {
        CliResult result = Refocus("--prompt", "bokeh crémeux, banane, tourbillon");
        Assert.Equal(0, result.Code);
        JsonElement words = result.Json.GetProperty("words");
        Assert.Equal("fr", words.GetProperty("language").GetString());
        Assert.Equal(["crémeux", "tourbillon"], words.GetProperty("understood").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal(["banane"], words.GetProperty("ignored").EnumerateArray().Select(text => text.GetString()));
        Assert.Contains("banane", result.Error, StringComparison.Ordinal);
        Assert.Contains(result.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains("banane", StringComparison.Ordinal));
        Assert.False(Refocus("--k", "5").Json.TryGetProperty("words", out _));
    }

    private CliResult Refocus(params string[] flags) =>
        new CliProcess(["refocus", _folder.Photo("in.png"), "-o", _folder["out.png"], "--depth", _folder.Depth(), "--json", .. flags]).Run();
}
