namespace GenRefocus.Diffusion;

/// <summary>How much is deblurred, and where.</summary>
public sealed record DeblurParameters
{
    /// <summary>Radius in pixels of the working size up to which a pixel counts as sharp and is not touched.</summary>
    public const float SharpUpTo = 1f;

    /// <summary>Radius in pixels from which on the network's pixel is taken whole; between both it is mixed in.</summary>
    public const float SoftFrom = 2f;

    /// <summary>Share of soft pixels below which nothing is worth the work: so much is found by mistake in pictures that are sharp.</summary>
    public const double WorthIt = 0.1;

    /// <summary>Diffusion steps, 1 … <see cref="BridgeSchedule.MaxSteps"/>: 1 restores, more draw more detail.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Seed of the noise between steps; one step has none.</summary>
    public long Seed { get; init; }

    /// <summary>Threads at most beside the networks' own, 1 or more; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether it is done even where next to nothing is soft, and without asking whether what the network wants can have been blurred to what is there.</summary>
    public bool Always { get; init; }
}
