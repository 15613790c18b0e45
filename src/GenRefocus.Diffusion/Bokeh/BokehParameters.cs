namespace GenRefocus.Diffusion;

/// <summary>How a drawn blur is refined.</summary>
public sealed record BokehParameters
{
    /// <summary>Most <see cref="Steps"/>.</summary>
    public const int MaxSteps = 4;

    /// <summary>Largest radius in pixels of the blur that the network knows; where an edge has a larger one, it works on a smaller copy.</summary>
    public const float MostRadius = 14;

    /// <summary>Diffusion steps, 1 … <see cref="MaxSteps"/>.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Seed of the noise between steps; one step has none.</summary>
    public long Seed { get; init; }

    /// <summary>Threads at most beside the network's own, 1 or more; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
