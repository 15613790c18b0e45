using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>How far estimated disparity is from the truth, at <see cref="Width"/> × <see cref="Height"/>; docs/quality.md has the protocol.</summary>
/// <param name="Rmse">
/// Root mean square error after the best scale and shift over the standard deviation of the truth: 0 is perfect, 1 is nothing learnt. A negative scale is allowed, so an inverted
/// estimate is not noticed here.
/// </param>
/// <param name="Ordinal">Share of pairs of pixels in the wrong order, of those whose truths differ by a ratio above <see cref="LeastRatio"/>; 0.5 is chance, NaN where there is no such pair.</param>
/// <param name="Pairs">Such pairs.</param>
public sealed record DepthErrors(double Rmse, double Ordinal, int Pairs)
{
    /// <summary>Size at which the errors are taken.</summary>
    public const int Width = 256, Height = 192;

    /// <summary>Pairs of pixels that are drawn.</summary>
    public const int DrawnPairs = 4000;

    /// <summary>Ratio of the truths from which on an order counts.</summary>
    public const double LeastRatio = 1.1;

    // Keeps a constant truth from dividing by zero.
    private const double LeastDeviation = 1e-9;

    /// <summary>Compares.</summary>
    /// <param name="estimate">Estimated disparity of any size, larger is nearer.</param>
    /// <param name="truth">True disparity of any size, 0 = unknown.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The truth is nowhere known.</exception>
    public static DepthErrors Of(Plane<float> estimate, Plane<float> truth, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(truth);
        bool shrinks = estimate.Width >= Width && estimate.Height >= Height;
        using Plane<float> fitting = Resampler.Resize(
            estimate, Width, Height, shrinks ? ResampleFilter.Area : ResampleFilter.Bilinear, threads, cancellationToken);
        List<double> x = [], y = [];
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < Width; column++)
            {
                // The nearest pixel: a mean of two surfaces would be none.
                float value = truth[(int)((long)column * truth.Width / Width), (int)((long)row * truth.Height / Height)];
                if (value <= 0)
                    continue;
                x.Add(fitting[column, row]);
                y.Add(value);
            }
        }

        if (x.Count == 0)
            throw new ArgumentException("The true disparity is nowhere known.", nameof(truth));
        (double ordinal, int pairs) = Order(x, y);
        return new DepthErrors(Residual(x, y), ordinal, pairs);
    }

    private static double Residual(List<double> x, List<double> y)
    {
        double meanX = x.Average(), meanY = y.Average(), xx = 0, xy = 0, yy = 0;
        for (int i = 0; i < x.Count; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        double left = xx > 0 ? yy - (xy * xy / xx) : yy;
        return Math.Sqrt(Math.Max(left, 0) / x.Count) / (Math.Sqrt(yy / x.Count) + LeastDeviation);
    }

    private static (double Share, int Pairs) Order(List<double> x, List<double> y)
    {
        MersenneTwister first = new(0), second = new(1);
        int wrong = 0, pairs = 0;
        for (int k = 0; k < DrawnPairs; k++)
        {
            int i = first.Below(x.Count), j = second.Below(x.Count);
            double ratio = y[i] / y[j];
            if (ratio is <= LeastRatio and >= 1 / LeastRatio)
                continue;
            pairs++;
            wrong += (x[i] > x[j]) != (y[i] > y[j]) ? 1 : 0;
        }

        return (pairs > 0 ? (double)wrong / pairs : double.NaN, pairs);
    }
}
