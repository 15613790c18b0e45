using System.Text;
using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

/// <summary>A sentence as a user would write it, with the settings that it means.</summary>
internal sealed record Sentence(string Text, SettingsPatch Expected)
{
    /// <summary>The sentences of a language, written down before the lexicon was.</summary>
    public static IReadOnlyList<Sentence> Of(string language)
    {
        using Stream stream = typeof(Sentence).Assembly.GetManifestResourceStream($"Sentences.{language}.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    /// <summary>A patch on one line.</summary>
    public static string Show(SettingsPatch patch) => string.Join(" ", patch.Members.Select(member => $"{member.Path}={patch[member.Path]}"));

    private static Sentence Read(JsonElement entry) => new(
        entry.GetProperty("text").GetString()!,
        SettingsDocument.Parse(Encoding.UTF8.GetBytes(entry.GetProperty("settings").GetRawText())).Patch);
}
