using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>What a plane is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaneRole>))]
public enum PlaneRole
{
    /// <summary>The picture.</summary>
    [JsonStringEnumMemberName("colour")]
    Colour,

    /// <summary>What of the picture may change.</summary>
    [JsonStringEnumMemberName("selection")]
    Selection,

    /// <summary>What is given back.</summary>
    [JsonStringEnumMemberName("result")]
    Result,
}
