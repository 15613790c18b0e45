using System.Text.RegularExpressions;

namespace GenRefocus.Settings.Tests;

/// <summary>docs/settings.md shows every flag that works, with an example that is accepted.</summary>
public sealed class SettingsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "settings.md"));

    public static TheoryData<string> Flags => [.. SettingsCatalog.All.Where(member => member.Stage == RefocusFeatures.None).Select(member => member.Flag)];

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_flag_that_works_has_an_example(string flag)
    {
        Match row = Regex.Match(Page, $@"^\| `{flag}` \| (?<example>.+) \|$", RegexOptions.Multiline);
        Assert.True(row.Success, $"{flag} has no row");
        MatchCollection uses = Regex.Matches(row.Groups["example"].Value, $@"`[^`]*{flag} (?<value>[^ `]+)");
        Assert.NotEmpty(uses);
        foreach (Match use in uses)
            Assert.NotEqual(0, SettingsFlags.Add(SettingsPatch.Empty, SettingsCatalog.All.Single(m => m.Flag == flag), use.Groups["value"].Value).Count);
    }

    [Fact]
    public void The_settings_file_shown_is_valid()
    {
        Match file = Regex.Match(Page, @"^    (\{.+\})$", RegexOptions.Multiline);
        RefocusSettings settings = SettingsDocument.Parse(System.Text.Encoding.UTF8.GetBytes(file.Groups[1].Value)).Patch.Build();
        Assert.Equal(1.4, settings.Blur.FNumber);
        Assert.Equal(7, settings.Aperture.Blades);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenRefocus.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("GenRefocus.sln is not above the tests.");
    }
}
