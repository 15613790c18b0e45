using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>What a check found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckState>))]
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Photos can be refocused, but something is slower or missing.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Photos cannot be refocused.</summary>
    [JsonStringEnumMemberName("problem")]
    Problem,
}
