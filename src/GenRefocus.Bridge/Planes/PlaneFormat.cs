using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>What a sample of a plane is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaneFormat>))]
public enum PlaneFormat
{
    /// <summary>8 bits, 0 … 255.</summary>
    [JsonStringEnumMemberName("u8")]
    U8,

    /// <summary>16 bits, 0 … 65535.</summary>
    [JsonStringEnumMemberName("u16")]
    U16,

    /// <summary>16 bits, 0 … 32768, as Photoshop has them.</summary>
    [JsonStringEnumMemberName("u16ps")]
    U16Ps,

    /// <summary>IEEE half precision.</summary>
    [JsonStringEnumMemberName("f16")]
    F16,

    /// <summary>IEEE single precision.</summary>
    [JsonStringEnumMemberName("f32")]
    F32,
}
