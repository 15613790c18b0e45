using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>A line of the index of thin-lens evaluation sets.</summary>
internal sealed record EvalSetEntry
{
    [JsonRequired]
    public string Name { get; init; } = "";

    /// <summary>Metres of the nearest thing.</summary>
    [JsonRequired]
    public double Zmin { get; init; }

    /// <summary>Focus distance in metres of each shot.</summary>
    [JsonRequired]
    public Dictionary<string, double> FocusM { get; init; } = [];

    /// <summary>Pixels of radius for a dioptre.</summary>
    [JsonRequired]
    public double KPxM { get; init; }

    /// <summary>Blades of the lens; 0 is round.</summary>
    public int Blades { get; init; }

    /// <summary>Radians, from the right counter-clockwise to the middle of a blade.</summary>
    public double BladeRotation { get; init; }
}
