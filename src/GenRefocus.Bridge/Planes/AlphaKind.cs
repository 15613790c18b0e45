using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>Whether the last channel is alpha, and how colours are stored beside it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlphaKind>))]
public enum AlphaKind
{
    /// <summary>No alpha.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Colours are not multiplied by alpha.</summary>
    [JsonStringEnumMemberName("straight")]
    Straight,

    /// <summary>Colours are multiplied by alpha; linear floats only.</summary>
    [JsonStringEnumMemberName("premultiplied")]
    Premultiplied,
}
