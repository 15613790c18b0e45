using System.Numerics.Tensors;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>
/// Where what a lens draws depends on what near things hide: within the reach of the blur of an edge of the depth. The models' recipe (<c>bokeh_pairs.py</c>) draws the same band.
/// </summary>
public static class EdgeBand
{
    /// <summary>Difference of the signed radius in pixels between neighbours from which on they are an edge.</summary>
    public const float LeastJump = 1;

    /// <summary>Pixels by which the band is wider than the blur.</summary>
    public const float Beyond = 2;

    /// <summary>Pixels over which the band fades at its border.</summary>
    public const float Fade = 2;

    // A diamond that holds the disc of the blur.
    private const float DiamondOfDisc = 1.41421356f;

    /// <summary>Finds the band.</summary>
    /// <param name="signedRadius">Signed radius of the blur in pixels of every pixel, finite.</param>
    /// <param name="cancellationToken">Asked before each pass.</param>
    /// <returns>0 outside the band, 1 inside, between both at its border; the caller disposes of it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<float> Find(Plane<float> signedRadius, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signedRadius);
        Plane<float> reach = new(signedRadius.Width, signedRadius.Height);
        try
        {
            for (int y = 0; y < reach.Height; y++)
                Edges(signedRadius, y, reach.Row(y));
            cancellationToken.ThrowIfCancellationRequested();
            for (int y = 0; y < reach.Height; y++)
            {
                foreach (ref float value in reach.Row(y))
                    value = value > 0 ? DiamondOfDisc * (value + Beyond) : 0;
                SpreadAlong(reach.Row(y));
            }

            cancellationToken.ThrowIfCancellationRequested();
            SpreadDown(reach);
            for (int y = 0; y < reach.Height; y++)
            {
                foreach (ref float value in reach.Row(y))
                    value = Math.Clamp(value / Fade, 0, 1);
            }

            return reach;
        }
        catch
        {
            reach.Dispose();
            throw;
        }
    }

    /// <summary>Finds the largest blur at an edge.</summary>
    /// <param name="signedRadius">Signed radius of the blur in pixels of every pixel, finite.</param>
    /// <param name="cancellationToken">Asked before each row.</param>
    /// <returns>Its radius in pixels; 0 where there is no edge.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static float LargestRadius(Plane<float> signedRadius, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signedRadius);
        float[] row = new float[signedRadius.Width];
        float largest = 0;
        for (int y = 0; y < signedRadius.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Edges(signedRadius, y, row);
            largest = Math.Max(largest, TensorPrimitives.Max(row));
        }

        return largest;
    }

    // The larger blur on both sides of every edge, 0 elsewhere.
    private static void Edges(Plane<float> signedRadius, int y, Span<float> radius)
    {
        ReadOnlySpan<float> row = signedRadius.Row(y), above = signedRadius.Row(Math.Max(0, y - 1)), below = signedRadius.Row(Math.Min(y + 1, signedRadius.Height - 1));
        for (int x = 0; x < radius.Length; x++)
        {
            float left = row[Math.Max(0, x - 1)], right = row[Math.Min(x + 1, row.Length - 1)];
            float least = Math.Min(Math.Min(left, right), Math.Min(above[x], below[x])), most = Math.Max(Math.Max(left, right), Math.Max(above[x], below[x]));
            bool edge = row[x] - least >= LeastJump || most - row[x] >= LeastJump;
            radius[x] = edge ? Math.Max(Math.Abs(row[x]), Math.Max(Math.Abs(least), Math.Abs(most))) : 0;
        }
    }

    private static void SpreadAlong(Span<float> row)
    {
        for (int x = 1; x < row.Length; x++)
            row[x] = Math.Max(row[x], row[x - 1] - 1);
        for (int x = row.Length - 2; x >= 0; x--)
            row[x] = Math.Max(row[x], row[x + 1] - 1);
    }

    private static void SpreadDown(Plane<float> reach)
    {
        float[] less = new float[reach.Width];
        void Spread(int from, int to)
        {
            TensorPrimitives.Subtract(reach.Row(from), 1, less);
            TensorPrimitives.Max(reach.Row(to), less, reach.Row(to));
        }

        for (int y = 1; y < reach.Height; y++)
            Spread(y - 1, y);
        for (int y = reach.Height - 2; y >= 0; y--)
            Spread(y + 1, y);
    }
}
