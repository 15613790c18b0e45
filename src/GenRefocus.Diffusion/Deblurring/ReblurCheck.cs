using System.Numerics.Tensors;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>
/// Holds what a network wants against what it was given: a restored picture that is right gives the blurred one when a lens blurs it again. Where no lens does, what was given was not
/// blurred like that: edges that are sharp already, texture in the dark, grain of smooth things.
/// </summary>
internal static class ReblurCheck
{
    private const int Step = QuarterPlane.Step;

    // Rec. 709, as the luma of pictures is measured elsewhere.
    private static readonly float[] Luma = [0.2126f, 0.7152f, 0.0722f];

    /// <summary>Finds out how far a restored picture can be believed.</summary>
    /// <param name="given">Red, green and blue of the blurred picture, encoded, 0 … 1, each rows × columns.</param>
    /// <param name="wanted">The restored picture, likewise.</param>
    /// <param name="columns">Columns, a multiple of 4.</param>
    /// <param name="rows">Rows, a multiple of 4.</param>
    /// <param name="threads">Threads at most; the result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>0 … 1 at a quarter of the size; the caller disposes of it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<float> Believed(float[] given, float[] wanted, int columns, int rows, int threads, CancellationToken cancellationToken)
    {
        float[] before = LumaOf(given, columns * rows), state = LumaOf(wanted, columns * rows), next = new float[columns * rows];
        float[] change = SquaresOf(before, state, columns, rows, threads, cancellationToken), left = [.. change];
        float variance = 0;
        foreach (float radius in ReblurParameters.Radii)
        {
            float all = radius * radius / 4;
            GaussianBlur.Apply(state, next, GaussianBlur.Kernel(all - variance, ReblurParameters.Reach), columns, rows, threads, cancellationToken);
            (state, next, variance) = (next, state, all);
            TensorPrimitives.Min(left, SquaresOf(before, state, columns, rows, threads, cancellationToken), left);
        }

        Plane<float> believed = new(columns / Step, rows / Step);
        for (int y = 0; y < believed.Height; y++)
        {
            Span<float> row = believed.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                int at = (y * row.Length) + x;
                float share = left[at] / (change[at] + ReblurParameters.Nothing);
                row[x] = Math.Clamp((ReblurParameters.RefusedFrom - share) / (ReblurParameters.RefusedFrom - ReblurParameters.BelievedUpTo), 0, 1);
            }
        }

        return believed;
    }

    private static float[] LumaOf(float[] planes, int area)
    {
        float[] luma = new float[area], part = new float[area];
        for (int c = 0; c < EncodedTile.Channels; c++)
        {
            TensorPrimitives.Max(planes.AsSpan(c * area, area), 0, part);
            TensorPrimitives.Min(part, 1, part);
            TensorPrimitives.MultiplyAdd(part, Luma[c], luma, luma);
        }

        return luma;
    }

    // Mean square of the difference in the window around each sample.
    private static float[] SquaresOf(float[] a, float[] b, int columns, int rows, int threads, CancellationToken cancellationToken)
    {
        int width = columns / Step, height = rows / Step;
        float[] blocks = new float[width * height], windows = new float[width * height];
        RowParallel.For(height, threads, (first, end) =>
        {
            float[] row = new float[columns], sum = new float[columns];
            for (int y = first; y < end; y++)
            {
                Array.Clear(sum);
                for (int at = y * Step * columns; at < (y + 1) * Step * columns; at += columns)
                {
                    TensorPrimitives.Subtract(a.AsSpan(at, columns), b.AsSpan(at, columns), row);
                    TensorPrimitives.MultiplyAdd(row, row, sum, sum);
                }

                for (int x = 0; x < width; x++)
                    blocks[(y * width) + x] = TensorPrimitives.Sum(sum.AsSpan(x * Step, Step)) / (Step * Step);
            }
        }, cancellationToken);
        RowParallel.For(height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < width; x++)
                    windows[(y * width) + x] = Mean(blocks, x, y, width, height);
            }
        }, cancellationToken);
        return windows;
    }

    private static float Mean(float[] blocks, int x, int y, int width, int height)
    {
        const int Reach = ReblurParameters.Window;
        int left = Math.Max(0, x - Reach), right = Math.Min(width - 1, x + Reach), top = Math.Max(0, y - Reach), bottom = Math.Min(height - 1, y + Reach);
        float sum = 0;
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
                sum += blocks[(row * width) + column];
        }

        return sum / ((right - left + 1) * (bottom - top + 1));
    }
}
