namespace GenRefocus.Imaging;

/// <summary>
/// Structural similarity of two pictures (Wang and others, 2004): window 11 × 11, Gaussian of deviation 1.5, C₁ = .01² and C₂ = .03² for values of 0 … 1, the mean over all windows that
/// lie wholly inside the picture. Meant for <see cref="EncodedPicture.Luma"/>.
/// </summary>
public static class StructuralSimilarity
{
    /// <summary>Pixels that both sides need: one window.</summary>
    public const int LeastSide = GaussianWindow.Side;

    private const double C1 = 1e-4, C2 = 9e-4;

    /// <summary>Compares two pictures.</summary>
    /// <param name="a">One, values 0 … 1.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="where">Which windows count, by their middle pixel, not 0; null for all.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>−1 … 1, 1 for equal pictures; not a number where no window counts.</returns>
    /// <exception cref="ArgumentException">The sizes differ, or a side is below <see cref="LeastSide"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double Of(Plane<float> a, Plane<float> b, Plane<byte>? where, int threads, CancellationToken cancellationToken) =>
        Means(a, b, where, threads, cancellationToken).Whole;

    /// <summary>Means over the windows of the similarity, and of its part without luminance.</summary>
    internal static (double Whole, double Structure) Means(Plane<float> a, Plane<float> b, Plane<byte>? where, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Sizes.Check(a, b, where);
        if (Math.Min(a.Width, a.Height) < LeastSide)
            throw new ArgumentException($"The pictures are {a.Width} × {a.Height}; their similarity needs {LeastSide} × {LeastSide} pixels or more.", nameof(a));
        int rows = a.Height - GaussianWindow.Side + 1;

        // A sum a row, added up in order, so that threads do not matter.
        double[] whole = new double[rows], structure = new double[rows];
        long[] counts = new long[rows];
        RowParallel.For(rows, threads, (from, to) =>
        {
            WindowMoments moments = new(a, b, from, to);
            for (int y = from; y < to; y++)
            {
                moments.MoveTo(y);
                ReadOnlySpan<byte> marks = where is null ? [] : where.Row(y + GaussianWindow.Reach)[GaussianWindow.Reach..];
                (whole[y], structure[y], counts[y]) = Row(moments, marks);
            }
        }, cancellationToken);
        double count = counts.Sum();
        return (whole.Sum() / count, structure.Sum() / count);
    }

    private static (double Whole, double Structure, long Count) Row(WindowMoments moments, ReadOnlySpan<byte> marks)
    {
        ReadOnlySpan<double> meanA = moments.MeanA, meanB = moments.MeanB, squareA = moments.SquareA, squareB = moments.SquareB, product = moments.Product;
        double whole = 0, structure = 0;
        long count = 0;
        for (int x = 0; x < meanA.Length; x++)
        {
            if (!marks.IsEmpty && marks[x] == 0)
                continue;
            double both = meanA[x] * meanB[x], means = (meanA[x] * meanA[x]) + (meanB[x] * meanB[x]);
            double one = ((2 * (product[x] - both)) + C2) / (squareA[x] + squareB[x] - means + C2);
            structure += one;
            whole += one * ((2 * both) + C1) / (means + C1);
            count++;
        }

        return (whole, structure, count);
    }
}
