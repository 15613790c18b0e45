using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Repairs the edges of estimated depth before rendering: pixels on the ramp between a near and a far side are moved to the side they are closer to,
/// then the near side grows by one pixel, since errors on the near side cost least. Exact depth is made worse by it (−2 to −3 dB).
/// </summary>
public static unsafe class DepthEdgeRepair
{
    /// <summary>Repairs a plane of disparities.</summary>
    /// <param name="disparity">Disparity, larger = nearer.</param>
    /// <param name="range">The disparity's whole range, by which edges are judged: 1 for relative depth, the picture's span for metric depth.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    /// <returns>A new plane of the same size; every value occurs within 4 pixels of it in <paramref name="disparity"/>.</returns>
    public static Plane<float> Apply(Plane<float> disparity, float range, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using Plane<float> snapped = new(disparity.Width, disparity.Height);
        RowParallel.For(disparity.Height, threads, (from, to) =>
        {
            using WindowExtremes wide = new(disparity, DepthEdgeParameters.WindowRadius), close = new(disparity, 1);
            for (int y = from; y < to; y++)
            {
                wide.MoveTo(y);
                close.MoveTo(y);
                SnapRow(disparity.Row(y), wide, close, range * DepthEdgeParameters.SmallestEdge, snapped.Row(y));
            }
        }, cancellationToken);

        Plane<float> grown = new(disparity.Width, disparity.Height);
        RowParallel.For(disparity.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                GrowRow(snapped, y, grown.Row(y));
        }, cancellationToken);
        return grown;
    }

    private static void SnapRow(ReadOnlySpan<float> row, WindowExtremes wide, WindowExtremes close, float smallestEdge, Span<float> result)
    {
        ReadOnlySpan<float> high = wide.Max, low = wide.Min, closeHigh = close.Max, closeLow = close.Min;
        for (int x = 0; x < row.Length; x++)
        {
            float d = row[x], edge = high[x] - low[x], toHigh = high[x] - d, toLow = d - low[x];
            bool onRamp = edge > smallestEdge
                && closeHigh[x] - closeLow[x] > DepthEdgeParameters.SmallestSlope * edge
                && d > closeLow[x] && d < closeHigh[x]
                && MathF.Min(toHigh, toLow) >= DepthEdgeParameters.PlateauShare * edge;
            result[x] = !onRamp ? d : toHigh < toLow ? high[x] : low[x];
        }
    }

    /// <summary>Largest of a pixel and its four neighbours.</summary>
    private static void GrowRow(Plane<float> plane, int y, Span<float> result)
    {
        ReadOnlySpan<float> row = plane.Row(y), above = plane.Row(Math.Max(y - 1, 0)), below = plane.Row(Math.Min(y + 1, plane.Height - 1));
        for (int x = 0; x < row.Length; x++)
        {
            float largest = MathF.Max(row[x], MathF.Max(above[x], below[x]));
            if (x > 0)
                largest = MathF.Max(largest, row[x - 1]);
            if (x + 1 < row.Length)
                largest = MathF.Max(largest, row[x + 1]);
            result[x] = largest;
        }
    }
}
