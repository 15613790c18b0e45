namespace GenRefocus.Imaging;

/// <summary>How a photo is read.</summary>
public sealed record PhotoReadOptions
{
    /// <summary>Default of <see cref="MaxPixels"/>: 268 million, 16,384 × 16,384. In linear light such a picture takes 4 GB.</summary>
    public const long DefaultMaxPixels = 1L << 28;

    /// <summary>Largest file in bytes: the whole file is held in memory while it is decoded.</summary>
    public const long MaxFileBytes = 2_000_000_000;

    /// <summary>Threads at most, 1 or more; default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Most pixels; checked before memory is taken.</summary>
    public long MaxPixels { get; init; } = DefaultMaxPixels;
}
