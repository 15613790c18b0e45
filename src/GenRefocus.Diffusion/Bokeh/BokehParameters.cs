namespace GenRefocus.Diffusion;

/// <summary>How a drawn blur is refined.</summary>
public sealed record BokehParameters
{
    /// <summary>Most <see cref="Steps"/>.</summary>
    public const int MaxSteps = 4;

    /// <summary>Radius in pixels of the blur beyond which edges are left as they were drawn: the network has not seen larger ones.</summary>
    public const float MostRadius = 16;

    /// <summary>Diffusion steps, 1 … <see cref="MaxSteps"/>.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Seed of the noise between steps; one step has none.</summary>
    public long Seed { get; init; }
}
