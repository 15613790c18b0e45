using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>image/analyze</c>.</summary>
/// <param name="Image">The image.</param>
public sealed record AnalyzeParams(int Image)
{
    /// <summary>A settings file's object.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>Newer wins.</summary>
    public long Generation { get; init; }
}
