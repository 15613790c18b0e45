using GenRefocus.Engine;
using GenRefocus.Settings;
using GenRefocus.Words;

namespace GenRefocus.Cli;

/// <summary>Words as a source of settings.</summary>
/// <param name="Settings">What the words ask for and the engine can do.</param>
/// <param name="Report">What was understood; <see langword="null"/> where there are no words.</param>
/// <param name="Warnings">What was not understood, or cannot be done.</param>
internal sealed record PromptLayer(SettingsPatch Settings, WordsReport? Report, IReadOnlyList<string> Warnings)
{
    /// <summary>No words.</summary>
    public static PromptLayer None { get; } = new(SettingsPatch.Empty, null, []);

    /// <summary>Reads the words of a source of settings.</summary>
    /// <param name="source">The source; its <c>prompt</c> holds the words.</param>
    /// <param name="language">The language of the words, one of <see cref="WordsLanguages.All"/>; <see langword="null"/> to find it.</param>
    /// <returns>What they say.</returns>
    public static PromptLayer Read(SettingsPatch source, string? language) => source[SettingPaths.Prompt] is { } prompt ? Read(prompt.Text, language) : None;

    private static PromptLayer Read(string prompt, string? language)
    {
        WordsOptions options = new() { Language = language, Culture = UserLanguage.Read(), HasTextMask = RefocusPipeline.Features.HasFlag(RefocusFeatures.TextMask) };
        WordsResult result = WordsInterpreter.Interpret(prompt, options);
        List<string> warnings = [.. result.Ignored.Select(ignored => $"--prompt: {ignored.Reason}")];
        SettingsPatch settings = result.Settings;
        foreach (SettingDescription member in result.Settings.Members)
        {
            if (Missing(member, settings[member.Path]!.Value) is not { } missing)
                continue;

            // A flag that asks for a stage that is missing is refused; of words, the rest is still worth having.
            settings = settings.Without(member.Path);
            warnings.Add($"--prompt: {member.Path} needs {SettingTexts.English.Feature(missing)}, which is not there yet; it is left out");
        }

        WordsReport report = new(
            prompt,
            result.Language,
            [.. result.Understood.Select(words => words.Text)],
            [.. result.Ignored.Select(words => words.Text)],
            result.Explanation);
        return new(settings, report, warnings);
    }

    private static RefocusFeatures? Missing(SettingDescription member, SettingValue value)
    {
        RefocusFeatures missing = member.FeaturesOf(value) & ~RefocusPipeline.Features;
        return missing == RefocusFeatures.None || value == member.Neutral || value == member.Default ? null : missing;
    }
}
