using System.Text.RegularExpressions;
using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

/// <summary>docs/words.md: what its tables show is understood as they say, in every language.</summary>
public sealed class WordsPageTests
{
    private const int LeastRows = 35;

    private static readonly string Root = FindRoot();
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "docs", "words.md"));

    public static TheoryData<string> Rows => [.. Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void There_are_rows() => Assert.True(Rows.Count >= LeastRows);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_phrase_of_a_row_sets_what_the_row_says(string row)
    {
        string[] cells = [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];
        Assert.Equal(WordsLanguages.All.Count + 1, cells.Length);
        string expected = Show(Regex.Matches(cells[0], "`(?<path>[^ `]+) (?<value>[^`]+)`").Select(match => $"{match.Groups["path"].Value}={match.Groups["value"].Value}"));
        for (int at = 0; at < WordsLanguages.All.Count; at++)
        {
            foreach (string phrase in cells[at + 1].Split("<br>"))
            {
                SettingsPatch found = WordsInterpreter.Interpret(phrase, new() { Language = WordsLanguages.All[at] }).Settings;
                Assert.Equal(expected, Show(found.Members.Select(member => $"{member.Path}={found[member.Path]}")));
            }
        }
    }

    [Fact]
    public void Every_picture_is_there()
    {
        string[] pictures = [.. Lines.SelectMany(line => Regex.Matches(line, @"!\[[^\]]*\]\((?<file>[^)]+)\)")).Select(match => match.Groups["file"].Value)];
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(Path.Combine(Root, "docs", picture)), picture));
    }

    private static string Show(IEnumerable<string> members) => string.Join(' ', members.Order(StringComparer.Ordinal));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenRefocus.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("GenRefocus.sln is not above the tests.");
    }
}
