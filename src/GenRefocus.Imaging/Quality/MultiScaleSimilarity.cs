namespace GenRefocus.Imaging;

/// <summary>
/// Structural similarity at five scales (Wang, Simoncelli and Bovik, 2003): contrast and structure at each scale, luminance at the coarsest, each mean raised to its weight. A scale is the
/// mean of 2 × 2 pixels of the one before; an odd last row or column is left out. A mean below 0 counts as 0.
/// </summary>
public static class MultiScaleSimilarity
{
    /// <summary>Pixels that both sides need: one window at the coarsest scale. What is smaller has no such similarity; fewer scales would give another number.</summary>
    public const int LeastSide = StructuralSimilarity.LeastSide << (Scales - 1);

    private const int Scales = 5;

    private static readonly double[] Weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

    /// <summary>Compares two pictures.</summary>
    /// <param name="a">One, values 0 … 1.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>0 … 1, 1 for equal pictures.</returns>
    /// <exception cref="ArgumentException">The sizes differ, or a side is below <see cref="LeastSide"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double Of(Plane<float> a, Plane<float> b, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Sizes.Check(a, b, null);
        if (Math.Min(a.Width, a.Height) < LeastSide)
            throw new ArgumentException($"The pictures are {a.Width} × {a.Height}; their similarity at {Scales} scales needs {LeastSide} × {LeastSide} pixels or more.", nameof(a));
        double result = 1;
        Plane<float> x = a, y = b;
        try
        {
            for (int scale = 0; scale < Scales; scale++)
            {
                (double whole, double structure) = StructuralSimilarity.Means(x, y, null, threads, cancellationToken);
                result *= Math.Pow(Math.Max(0, scale == Scales - 1 ? whole : structure), Weights[scale]);
                if (scale == Scales - 1)
                    break;
                x = Replace(x, a);
                y = Replace(y, b);
            }

            return result;
        }
        finally
        {
            if (x != a)
                x.Dispose();
            if (y != b)
                y.Dispose();
        }
    }

    private static Plane<float> Replace(Plane<float> plane, Plane<float> given)
    {
        Plane<float> half = new(plane.Width / 2, plane.Height / 2);
        for (int y = 0; y < half.Height; y++)
        {
            ReadOnlySpan<float> upper = plane.Row(2 * y), lower = plane.Row((2 * y) + 1);
            Span<float> row = half.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = (upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1]) / 4;
        }

        if (plane != given)
            plane.Dispose();
        return half;
    }
}
