using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Answer to <c>prompt</c>.</summary>
/// <param name="Version">Version of the settings.</param>
/// <param name="Language">The language in which the words were read.</param>
/// <param name="Settings">What they mean, as a settings file has it.</param>
/// <param name="Understood">The stretches that mean something, in the order of the text.</param>
/// <param name="Ignored">The stretches that were not understood or cannot be done, in the order of the text.</param>
/// <param name="Explanation">Sentences for the user, in <paramref name="Language"/>.</param>
public sealed record PromptResult(
    int Version, string Language, JsonElement Settings, IReadOnlyList<UnderstoodText> Understood, IReadOnlyList<IgnoredText> Ignored, IReadOnlyList<string> Explanation);
