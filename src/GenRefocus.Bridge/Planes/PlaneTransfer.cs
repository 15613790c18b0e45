using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>How samples stand for light.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaneTransfer>))]
public enum PlaneTransfer
{
    /// <summary>By the curve of sRGB.</summary>
    [JsonStringEnumMemberName("srgb")]
    Srgb,

    /// <summary>Proportionally.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>By the curves of the picture's ICC profile; integers only.</summary>
    [JsonStringEnumMemberName("icc")]
    Icc,
}
