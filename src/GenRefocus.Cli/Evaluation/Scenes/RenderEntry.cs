using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>A rendered scene's file of numbers.</summary>
internal sealed record RenderEntry
{
    /// <summary>Metres of the nearest thing.</summary>
    [JsonRequired]
    public double Zmin { get; init; }

    /// <summary>Pictures through lenses.</summary>
    [JsonRequired]
    public IReadOnlyList<RenderEntryShot> Renders { get; init; } = [];
}
