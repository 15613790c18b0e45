using GenRefocus.Imaging;

namespace GenRefocus.Optics;

/// <summary>
/// How often each disparity occurs in a picture or a part of it. Percentiles are those of the sorted values to within one bin: 1/65,536 of the distance
/// between the smallest and the largest value. Counts are whole numbers, so that the number of threads changes nothing.
/// </summary>
public sealed class DisparityHistogram
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 1 << 16;

    /// <summary>Percentiles that the span of a picture lies between; what is beyond is taken for stray values.</summary>
    public const double FarPercentile = 2, NearPercentile = 98;

    private readonly long[] _counts = new long[Bins];
    private readonly float _least;
    private readonly float _most;
    private long _total;

    private DisparityHistogram(float least, float most)
    {
        _least = least;
        _most = most;
    }

    /// <summary>98th − 2nd percentile.</summary>
    public double Span => Percentile(NearPercentile) - Percentile(FarPercentile);

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => _total == 0;

    /// <summary>The value that a share of the counted ones does not exceed.</summary>
    /// <param name="percent">0 … 100.</param>
    /// <exception cref="InvalidOperationException">Nothing was counted.</exception>
    public double Percentile(double percent)
    {
        if (IsEmpty)
            throw new InvalidOperationException("There is no percentile of nothing.");
        double rank = Math.Clamp(percent, 0, 100) / 100 * _total;
        long below = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            if (below + _counts[bin] >= rank && _counts[bin] > 0)
                return _least + ((bin + Math.Max(0, (rank - below) / _counts[bin])) / Bins * ((double)_most - _least));
            below += _counts[bin];
        }

        return _most;
    }

    /// <summary>Counts a whole picture.</summary>
    /// <param name="disparity">Finite values.</param>
    /// <param name="threads">Degree of parallelism, 1 or more.</param>
    /// <param name="cancellationToken">Asked between rows.</param>
    public static DisparityHistogram Of(Plane<float> disparity, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        return Count(disparity, 0, 0, disparity.Width, disparity.Height, static (_, row) => Ones(row), threads, cancellationToken);
    }

    /// <summary>Counts a rectangle.</summary>
    /// <param name="disparity">Finite values.</param>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="width">Columns, 1 or more; the rectangle lies inside the picture.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="threads">Degree of parallelism, 1 or more.</param>
    /// <param name="cancellationToken">Asked between rows.</param>
    internal static DisparityHistogram OfRectangle(
        Plane<float> disparity, int left, int top, int width, int height, int threads, CancellationToken cancellationToken) =>
        Count(disparity, left, top, width, height, static (_, row) => Ones(row), threads, cancellationToken);

    /// <summary>Counts with weights.</summary>
    /// <param name="disparity">Finite values.</param>
    /// <param name="weights">Fills the weights of a row: whole numbers, 0 or more.</param>
    /// <param name="threads">Degree of parallelism, 1 or more.</param>
    /// <param name="cancellationToken">Asked between rows.</param>
    internal static DisparityHistogram OfWeighted(Plane<float> disparity, RowWeights weights, int threads, CancellationToken cancellationToken) =>
        Count(disparity, 0, 0, disparity.Width, disparity.Height, weights, threads, cancellationToken);

    private static DisparityHistogram Count(
        Plane<float> disparity, int left, int top, int width, int height, RowWeights weights, int threads, CancellationToken cancellationToken)
    {
        (float least, float most) = Extremes(disparity, left, top, width, height, threads, cancellationToken);
        DisparityHistogram histogram = new(least, most);
        double scale = most > least ? Bins / ((double)most - least) : 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, height, options, () => (Counts: new long[Bins], Weights: new uint[disparity.Width]), (y, _, local) =>
        {
            weights(top + y, local.Weights);
            ReadOnlySpan<float> values = disparity.Row(top + y).Slice(left, width);
            ReadOnlySpan<uint> row = local.Weights.AsSpan(left, width);
            for (int x = 0; x < values.Length; x++)
                local.Counts[(int)Math.Min(Bins - 1, (values[x] - least) * scale)] += row[x];
            return local;
        }, local => histogram.Add(local.Counts));
        return histogram;
    }

    private static (float Least, float Most) Extremes(
        Plane<float> disparity, int left, int top, int width, int height, int threads, CancellationToken cancellationToken)
    {
        float least = float.PositiveInfinity, most = float.NegativeInfinity;
        Lock gate = new();
        RowParallel.For(height, threads, (from, to) =>
        {
            float low = float.PositiveInfinity, high = float.NegativeInfinity;
            for (int y = from; y < to; y++)
            {
                foreach (float value in disparity.Row(top + y).Slice(left, width))
                {
                    low = Math.Min(low, value);
                    high = Math.Max(high, value);
                }
            }

            lock (gate)
            {
                least = Math.Min(least, low);
                most = Math.Max(most, high);
            }
        }, cancellationToken);
        return (least, most);
    }

    private static void Ones(Span<uint> row) => row.Fill(1);

    private void Add(long[] counts)
    {
        lock (_counts)
        {
            for (int bin = 0; bin < Bins; bin++)
            {
                _counts[bin] += counts[bin];
                _total += counts[bin];
            }
        }
    }
}
