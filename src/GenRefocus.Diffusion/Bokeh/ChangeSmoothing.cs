using System.Numerics.Tensors;

namespace GenRefocus.Diffusion;

/// <summary>
/// Takes from what BokehNet wants to change the detail that no lens could have drawn: where everything around is blurred, so is the change. Where something around is in focus, it stays as it is.
/// </summary>
internal static class ChangeSmoothing
{
    /// <summary>Pixels around, to each side, whose smallest radius counts.</summary>
    public const int Reach = 6;

    /// <summary>Deviation of the Gaussian a pixel of that radius. Half of a disc's own deviation, so that a change keeps the borders of discs.</summary>
    private const float DeviationOfRadius = 0.25f;

    /// <summary>Deviations at which the Gaussian ends.</summary>
    private const float End = 2.5f;

    // Between these and none the smoothed changes are mixed.
    private static readonly float[] Deviations = [0, 0.7f, 1.4f, 2.8f];
    private static readonly float[][] Kernels = [.. Deviations.Skip(1).Select(deviation => GaussianBlur.Kernel(deviation * deviation, End))];

    /// <summary>Smooths.</summary>
    /// <param name="given">Red, green and blue of what was drawn, encoded, each rows × columns.</param>
    /// <param name="wanted">What the network wants, likewise; becomes what is to be taken.</param>
    /// <param name="share">How much of the change counts, 0 … 1, rows × columns.</param>
    /// <param name="radius">Signed radius of the blur in pixels, rows × columns.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="threads">Threads at most; the result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Apply(
        float[] given, float[] wanted, float[] share, ReadOnlySpan<float> radius, int columns, int rows, int threads, CancellationToken cancellationToken)
    {
        int area = columns * rows;
        float[] levels = Levels(radius, columns, rows);
        float[][] changes = [.. Deviations.Select(_ => new float[area])];
        for (int c = 0; c < EncodedTile.Channels; c++)
        {
            ReadOnlySpan<float> before = given.AsSpan(c * area, area);
            Span<float> after = wanted.AsSpan(c * area, area), change = changes[0];
            TensorPrimitives.Max(after, 0, after);
            TensorPrimitives.Min(after, 1, after);
            TensorPrimitives.Subtract(after, before, change);
            TensorPrimitives.Multiply(change, share, change);
            for (int k = 0; k < Kernels.Length; k++)
                GaussianBlur.Apply(changes[0], changes[k + 1], Kernels[k], columns, rows, threads, cancellationToken);
            for (int i = 0; i < after.Length; i++)
            {
                int level = Math.Min((int)levels[i], Deviations.Length - 2);
                after[i] = before[i] + float.Lerp(changes[level][i], changes[level + 1][i], levels[i] - level);
            }
        }
    }

    // Where each pixel's deviation lies among the given ones.
    private static float[] Levels(ReadOnlySpan<float> radius, int columns, int rows)
    {
        float[] across = new float[radius.Length], levels = new float[radius.Length], padded = new float[columns + (2 * Reach)];
        for (int y = 0; y < rows; y++)
        {
            Span<float> row = across.AsSpan(y * columns, columns);
            padded.AsSpan().Fill(float.PositiveInfinity);
            TensorPrimitives.Abs(radius.Slice(y * columns, columns), padded.AsSpan(Reach, columns));
            padded.AsSpan(0, columns).CopyTo(row);
            for (int i = 1; i <= 2 * Reach; i++)
                TensorPrimitives.Min(row, padded.AsSpan(i, columns), row);
        }

        for (int y = 0; y < rows; y++)
        {
            Span<float> row = levels.AsSpan(y * columns, columns);
            row.Fill(float.PositiveInfinity);
            for (int other = Math.Max(0, y - Reach); other <= Math.Min(y + Reach, rows - 1); other++)
                TensorPrimitives.Min(row, across.AsSpan(other * columns, columns), row);
            foreach (ref float value in row)
                value = LevelOf(DeviationOfRadius * value);
        }

        return levels;
    }

    private static float LevelOf(float deviation)
    {
        int level = 1;
        while (level < Deviations.Length - 1 && deviation > Deviations[level])
            level++;
        float share = (deviation - Deviations[level - 1]) / (Deviations[level] - Deviations[level - 1]);
        return level - 1 + Math.Min(share, 1);
    }
}
