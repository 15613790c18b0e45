namespace GenRefocus.Diffusion;

/// <summary>
/// Normal noise that belongs to a place: a number follows from seed, step, channel and pixel alone, so that tiles, threads and machines do not matter. Integers are mixed by
/// the finaliser of SplitMix64 (Steele and others, 2014) and made normal by Box and Muller's formula.
/// </summary>
public static class SeededNoise
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Fills a row.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="step">The sampler's step.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="x">Column of the first value in the picture; may be negative.</param>
    /// <param name="y">Row in the picture; may be negative.</param>
    /// <param name="row">Receives the noise, mean 0 and deviation 1.</param>
    public static void Fill(long seed, int step, int channel, int x, int y, Span<float> row)
    {
        ulong key = Mix((ulong)seed + (Golden * (((ulong)(uint)step << 8) + (uint)channel + 1)));
        key = Mix(key + (Golden * (uint)y));
        for (int i = 0; i < row.Length; i++)
            row[i] = Normal(Mix(key + (Golden * (uint)(x + i))));
    }

    /// <summary>Fills the three planes of a tile.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="step">The sampler's step.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="noise">Receives the noise, channels × <see cref="PictureTile.Rows"/> × <see cref="PictureTile.Columns"/>.</param>
    internal static void Fill(long seed, int step, PictureTile tile, Span<float> noise)
    {
        for (int row = 0; row < EncodedTile.Channels * tile.Rows; row++)
            Fill(seed, step, row / tile.Rows, tile.Whole.X, tile.Whole.Y + (row % tile.Rows), noise.Slice(row * tile.Columns, tile.Columns));
    }

    private static float Normal(ulong bits)
    {
        // The radius' number is never 0: its logarithm must be finite.
        double radius = ((bits >> 32) + 0.5) / 4294967296.0, angle = (uint)bits / 4294967296.0;
        return (float)(Math.Sqrt(-2 * Math.Log(radius)) * Math.Cos(2 * Math.PI * angle));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
