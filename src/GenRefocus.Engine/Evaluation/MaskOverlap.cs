using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>How well two masks agree.</summary>
public static class MaskOverlap
{
    /// <summary>Intersection over union of what is above one half, at the truth's size.</summary>
    /// <param name="mask">A mask of any size, 0 to 1.</param>
    /// <param name="truth">The true mask, 0 to 1.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>0 … 1; 1 where both are empty.</returns>
    public static double Of(Plane<float> mask, Plane<float> truth, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(truth);
        bool shrinks = mask.Width >= truth.Width && mask.Height >= truth.Height;
        using Plane<float> fitting = Resampler.Resize(
            mask, truth.Width, truth.Height, shrinks ? ResampleFilter.Area : ResampleFilter.Bilinear, threads, cancellationToken);
        long both = 0, either = 0;
        for (int y = 0; y < truth.Height; y++)
        {
            ReadOnlySpan<float> ours = fitting.Row(y), theirs = truth.Row(y);
            for (int x = 0; x < ours.Length; x++)
            {
                bool a = ours[x] > 0.5f, b = theirs[x] > 0.5f;
                both += a && b ? 1 : 0;
                either += a || b ? 1 : 0;
            }
        }

        return either > 0 ? (double)both / either : 1;
    }
}
