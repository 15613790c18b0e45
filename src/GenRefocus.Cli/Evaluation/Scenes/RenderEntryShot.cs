using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>A picture through a lens, in a rendered scene's file of numbers.</summary>
internal sealed record RenderEntryShot
{
    [JsonRequired]
    public string File { get; init; } = "";

    /// <summary>Radius in pixels of what is infinitely far.</summary>
    [JsonRequired]
    public double InfRadiusPx { get; init; }

    /// <summary>Focus distance in metres.</summary>
    [JsonRequired]
    public double FocusM { get; init; }
}
