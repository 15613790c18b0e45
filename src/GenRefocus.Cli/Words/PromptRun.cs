using GenRefocus.Engine;
using GenRefocus.Settings;
using GenRefocus.Words;

namespace GenRefocus.Cli;

/// <summary>Runs <c>prompt</c>.</summary>
internal static class PromptRun
{
    /// <summary>Reads the words and prints what was understood.</summary>
    /// <param name="words">The words.</param>
    /// <param name="language">Their language, one of <see cref="WordsLanguages.All"/>; <see langword="null"/> to find it.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingsException">The words are too long.</exception>
    public static int Execute(string words, string? language, bool json)
    {
        WordsResult result = WordsInterpreter.Interpret(words, new()
        {
            Language = language,
            Culture = UserLanguage.Read(),
            HasTextMask = RefocusPipeline.Features.HasFlag(RefocusFeatures.TextMask),
        });
        if (json)
            StandardOutput.WriteLine(result.ToUtf8Json());
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(result)));
        return (int)ExitCode.Ok;
    }

    private static IEnumerable<string> Lines(WordsResult result)
    {
        SettingDescription[] members = [.. result.Settings.Members];
        string[] flags = [.. members.Select(member => $"{member.Flag} {result.Settings[member.Path]}")];
        int column = flags.Select(flag => flag.Length).DefaultIfEmpty(0).Max() + 2;
        for (int at = 0; at < result.Explanation.Count; at++)
            yield return at < flags.Length ? flags[at].PadRight(column) + result.Explanation[at] : result.Explanation[at];
        foreach (IgnoredWords ignored in result.Ignored)
            yield return ignored.Reason;
    }
}
