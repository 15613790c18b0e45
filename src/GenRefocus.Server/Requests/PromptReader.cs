using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Engine;
using GenRefocus.Settings;
using GenRefocus.Words;

namespace GenRefocus.Server;

/// <summary>Reads words as <c>genrefocus prompt --json</c> does.</summary>
internal static class PromptReader
{
    /// <summary>Reads them.</summary>
    /// <returns>The answer, as <see cref="PromptResult"/> describes it.</returns>
    /// <exception cref="RpcException">They are too long, or there is no such language.</exception>
    public static JsonElement Read(PromptParams prompt, EngineServerOptions options)
    {
        if (prompt.Text.Length > options.Limits.PromptLength)
            throw new RpcException(RpcCode.Limit, $"The words have {prompt.Text.Length} characters; at most {options.Limits.PromptLength} are allowed.", "text");
        string? language = WordsLanguages.Find(prompt.Language);
        if (prompt.Language is not null && language is null)
            throw new RpcException(RpcCode.InvalidParams, $"The language is not one of {string.Join(", ", WordsLanguages.All)}.", "language");
        WordsResult result = WordsInterpreter.Interpret(prompt.Text, new WordsOptions
        {
            Language = language,
            Culture = options.Language,
            HasTextMask = RefocusPipeline.Features.HasFlag(RefocusFeatures.TextMask),
        });
        using JsonDocument json = JsonDocument.Parse(result.ToUtf8Json());
        return json.RootElement.Clone();
    }
}
