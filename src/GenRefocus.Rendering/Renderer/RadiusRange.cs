using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Extremes of a plane of signed radii, over all pixels and by blocks.</summary>
internal sealed class RadiusRange : IDisposable
{
    /// <summary>Side of a block in pixels.</summary>
    public const int BlockSize = 32;

    /// <summary>Measures a plane.</summary>
    /// <param name="signedRadius">Signed radii in pixels, all finite.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows of blocks.</param>
    /// <exception cref="ArgumentException">A radius is not a finite number.</exception>
    public RadiusRange(Plane<float> signedRadius, int threads, CancellationToken cancellationToken)
    {
        int columns = (signedRadius.Width + BlockSize - 1) / BlockSize, rows = (signedRadius.Height + BlockSize - 1) / BlockSize;
        BlockLargest = new Plane<float>(columns, rows);
        float[] nearest = new float[rows], farthest = new float[rows];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, rows, options, by =>
        {
            Span<float> largest = BlockLargest.Row(by);
            largest.Clear();
            (float near, float far) = (float.NegativeInfinity, float.PositiveInfinity);
            for (int y = by * BlockSize; y < Math.Min((by + 1) * BlockSize, signedRadius.Height); y++)
            {
                ReadOnlySpan<float> row = signedRadius.Row(y);
                for (int bx = 0; bx < columns; bx++)
                {
                    ReadOnlySpan<float> block = row.Slice(bx * BlockSize, Math.Min(BlockSize, row.Length - (bx * BlockSize)));
                    (float min, float max) = MinMax(block);
                    near = MathF.Max(near, max);
                    far = MathF.Min(far, min);
                    largest[bx] = MathF.Max(largest[bx], MathF.Max(max, -min));
                }
            }

            nearest[by] = near;
            farthest[by] = far;
        });
        Nearest = nearest.Max();
        Farthest = farthest.Min();
        if (!float.IsFinite(Nearest) || !float.IsFinite(Farthest))
        {
            BlockLargest.Dispose();
            throw new ArgumentException("A radius of the circle of confusion is not a finite number.", nameof(signedRadius));
        }
    }

    /// <summary>Largest signed radius (the nearest thing, positive when it is nearer than the focus).</summary>
    public float Nearest { get; }

    /// <summary>Smallest signed radius.</summary>
    public float Farthest { get; }

    /// <summary>Largest radius of either sign.</summary>
    public float Largest => MathF.Max(MathF.Abs(Nearest), MathF.Abs(Farthest));

    /// <summary>Largest radius in each block.</summary>
    public Plane<float> BlockLargest { get; }

    /// <inheritdoc/>
    public void Dispose() => BlockLargest.Dispose();

    private static (float Min, float Max) MinMax(ReadOnlySpan<float> values)
    {
        // MathF.Min and Max hand a NaN on, so that the caller's check finds it.
        (float min, float max) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in values)
        {
            min = MathF.Min(min, value);
            max = MathF.Max(max, value);
        }

        return (min, max);
    }
}
