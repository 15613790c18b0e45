using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.Bridge;

/// <summary>What is to be rendered.</summary>
/// <param name="Result">What the result's pixels are; id, role, and memory are set by the client.</param>
public sealed record RenderRequest(PlaneInfo Result)
{
    /// <summary>Settings that differ from the defaults, as a settings file has them.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>Newer wins.</summary>
    public long Generation { get; init; }

    /// <summary>What to render; null for all.</summary>
    public RoiInfo? Roi { get; init; }

    /// <summary>Size of the result beside the rectangle's; null for 1.</summary>
    public double? Scale { get; init; }

    /// <summary>Overrides <c>output.quality</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>Overrides <c>output.view</c>.</summary>
    public string? View { get; init; }

    /// <summary>A patch as it goes over the wire.</summary>
    /// <param name="patch">The patch.</param>
    /// <exception cref="SettingsException">The focus is a point in pixels; give it in per cent.</exception>
    public static JsonElement ToJson(SettingsPatch patch)
    {
        using JsonDocument document = JsonDocument.Parse(new SettingsDocument(patch).ToUtf8());
        return document.RootElement.Clone();
    }
}
