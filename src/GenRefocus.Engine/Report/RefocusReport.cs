using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenRefocus.Engine;

/// <summary>How a picture was made: enough to make it again. Lengths are in pixels of the full picture unless a member says otherwise.</summary>
public sealed record RefocusReport
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Every setting that has a value, defaults included, as a settings file has them.</summary>
    public required JsonElement Settings { get; init; }

    /// <summary>The view that was made, as settings spell it.</summary>
    public required string View { get; init; }

    /// <summary>Preview or final, as settings spell it.</summary>
    public required string Quality { get; init; }

    /// <summary>Seed of what is random.</summary>
    public required long Seed { get; init; }

    /// <summary>Columns of the photo.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the photo.</summary>
    public required int Height { get; init; }

    /// <summary>Plane of focus.</summary>
    public required FocusReport Focus { get; init; }

    /// <summary>Strength of the blur.</summary>
    public required BlurReport Blur { get; init; }

    /// <summary>Where the depth came from.</summary>
    public required DepthReport Depth { get; init; }

    /// <summary>What stage 1 found and did; null where it was left out.</summary>
    public DeblurReport? Deblur { get; init; }

    /// <summary>What the repair of the blur at edges did; null where it was not asked for.</summary>
    public BokehReport? Bokeh { get; init; }

    /// <summary>What was understood of the words of <c>prompt</c>; null where there were none.</summary>
    public WordsReport? Words { get; init; }

    /// <summary>Seconds of each stage that ran; what a cache spared is missing.</summary>
    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    /// <summary>What the user should know, in sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Paths of settings whose default would need a stage that does not exist yet, and which had no effect.</summary>
    public required IReadOnlyList<string> WithoutEffect { get; init; }

    /// <summary>The report as JSON, indented, without a byte order mark.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, RefocusReportJson.Default.RefocusReport);

    /// <summary>
    /// The report as properties for the photo's XMP packet, name to value: without times, and with the names of files instead of their paths, which tell
    /// strangers about the user's folders.
    /// </summary>
    public IReadOnlyDictionary<string, string> ToXmpProperties() => XmpHistory.Properties(this);

    /// <summary>The settings on one line, without paths.</summary>
    [JsonIgnore]
    internal string PortableSettings { get; init; } = "{}";
}
