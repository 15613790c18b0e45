using GenRefocus.Settings;

namespace GenRefocus.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public void The_version_is_one_line()
    {
        CliResult result = new CliProcess("--version").Run();
        result.AssertOk();
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", result.Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData]
    [InlineData("refocus")]
    [InlineData("depth")]
    [InlineData("info")]
    [InlineData("doctor")]
    [InlineData("bench", "render")]
    [InlineData("check-host")]
    public void Help_names_the_exit_codes(params string[] verb)
    {
        CliResult result = new CliProcess([.. verb, "--help"]).Run();
        result.AssertOk();
        foreach (string line in (string[])["  0 ", "  1 ", "  2 ", "  3 ", "  4 ", "  5 ", "  6 ", "  8 ", "  130 ", "GENREFOCUS_THREADS"])
            Assert.Contains(line, result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_of_refocus_names_every_setting_with_its_range_and_default()
    {
        string help = new CliProcess("refocus", "--help").Run().Text;
        Assert.Empty(SettingsCatalog.All.Where(member => !help.Contains($"  {member.Flag} ", StringComparison.Ordinal)).Select(member => member.Flag));
        Assert.Contains("[0.5 to 64; default 2]", help, StringComparison.Ordinal);
        Assert.Contains("[0 to 1; default 0; not there yet]", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_of_depth_names_the_settings_of_depth_alone()
    {
        string help = new CliProcess("depth", "--help").Run().Text;
        Assert.Contains("--depth-model", help, StringComparison.Ordinal);
        Assert.Contains("--colour", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--aperture", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_verb_the_help_is_named() => new CliProcess().Run().AssertFailed(2, "genrefocus --help");

    [Theory]
    [InlineData("did you mean refocus?", "refocs", "a.jpg")]
    [InlineData("did you mean --aperture?", "refocus", "a.jpg", "-o", "b.jpg", "--apertur", "f/2")]
    [InlineData("did you mean --aperture?", "refocus", "--apertrue", "f/2", "a.jpg", "-o", "b.jpg")]
    [InlineData("did you mean --aperture?", "refocus", "a.jpg", "-o", "b.jpg", "--apertur=f/2")]
    [InlineData("did you mean --json?", "info", "a.jpg", "--jsn")]
    [InlineData("--wxyzwxyz is no flag", "info", "a.jpg", "--wxyzwxyz")]
    [InlineData("wxyzwxyz is no command", "wxyzwxyz")]
    public void A_misspelt_word_is_answered_with_the_right_one(string words, params string[] args) =>
        new CliProcess(args).Run().AssertFailed(2, words);

    [Theory]
    [InlineData("IN", "info")]
    [InlineData("--output", "refocus", "a.jpg")]
    [InlineData("--aperture", "refocus", "a.jpg", "-o", "b.jpg", "--aperture")]
    [InlineData("--aperture", "refocus", "a.jpg", "-o", "b.jpg", "--aperture", "2", "--aperture", "4")]
    [InlineData("b.jpg", "info", "a.jpg", "b.jpg")]
    public void What_is_missing_or_too_much_is_named(string words, params string[] args) => new CliProcess(args).Run().AssertFailed(2, words);

    [Theory]
    [InlineData("GENREFOCUS_THREADS", "0")]
    [InlineData("GENREFOCUS_THREADS", "many")]
    [InlineData("GENREFOCUS_THREADS", "2.0")]
    [InlineData("GENREFOCUS_PROVIDER", "gpu")]
    public void A_wrong_variable_is_named(string variable, string value) =>
        new CliProcess("info", "a.jpg").With(variable, value).Run().AssertFailed(2, variable, value);

    [Fact]
    public void Folders_and_files_are_not_confused()
    {
        using PictureFolder folder = new();
        string photo = folder.Photo();
        new CliProcess("info", photo).With("GENREFOCUS_LOG", Path.GetTempPath()).Run().AssertFailed(2, "GENREFOCUS_LOG");
        new CliProcess("info", photo).With("GENREFOCUS_CACHE", photo).Run().AssertFailed(2, "GENREFOCUS_CACHE");
    }

    [Fact]
    public void Quiet_and_verbose_contradict_each_other() => new CliProcess("info", "a.jpg", "--quiet", "--verbose").Run().AssertFailed(2, "--quiet");

    [Fact]
    public void A_wrong_number_of_threads_is_refused() => new CliProcess("info", "a.jpg", "--threads", "-3").Run().AssertFailed(2, "--threads", "-3");
}
