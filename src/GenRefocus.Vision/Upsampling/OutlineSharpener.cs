using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Takes the ramp out of a network's disparity that it draws across the subject's outline: near the outline a sample becomes the mean of the samples on its own side of it, those away
/// from the outline first. Where the subject stands on the ground both sides are equally far, and nothing changes.
/// </summary>
internal static class OutlineSharpener
{
    private const int Radius = UpsamplingParameters.OutlineRadius;

    // Half the side of the window in which the mask's range tells whether the outline passes.
    private const int RangeRadius = 2;

    private static readonly float DistanceScale = Falloff.Scale(UpsamplingParameters.OutlineSigma);
    private static readonly float MaskScale = Falloff.Scale(UpsamplingParameters.OutlineMaskSigma);
    private static readonly float RangeScale = Falloff.Scale(UpsamplingParameters.OutlineRangeSigma);

    /// <summary>Sharpens.</summary>
    /// <param name="disparity">Finite disparity.</param>
    /// <param name="mask">Mask of the subject, 0 to 1, of the same size.</param>
    /// <param name="threads">Threads at most; the result does not depend on them.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>A new plane; the caller disposes of it.</returns>
    public static Plane<float> Apply(Plane<float> disparity, Plane<float> mask, int threads, CancellationToken cancellationToken)
    {
        using Plane<float> range = Ranges(mask, threads, cancellationToken);
        Plane<float> result = new(disparity.Width, disparity.Height);
        try
        {
            RowParallel.For(disparity.Height, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                {
                    for (int x = 0; x < result.Width; x++)
                        result[x, y] = Sharpened(disparity, mask, range, x, y);
                }
            }, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Largest less smallest mask around each sample.</summary>
    private static Plane<float> Ranges(Plane<float> mask, int threads, CancellationToken cancellationToken)
    {
        Plane<float> ranges = new(mask.Width, mask.Height);
        RowParallel.For(mask.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < mask.Width; x++)
                {
                    float low = 1, high = 0;
                    for (int j = Math.Max(y - RangeRadius, 0); j <= Math.Min(y + RangeRadius, mask.Height - 1); j++)
                    {
                        foreach (float value in mask.Row(j)[Math.Max(x - RangeRadius, 0)..(Math.Min(x + RangeRadius, mask.Width - 1) + 1)])
                        {
                            low = Math.Min(low, value);
                            high = Math.Max(high, value);
                        }
                    }

                    ranges[x, y] = high - low;
                }
            }
        }, cancellationToken);
        return ranges;
    }

    private static float Sharpened(Plane<float> disparity, Plane<float> mask, Plane<float> range, int x, int y)
    {
        float own = disparity[x, y], nearness = Nearness(range, x, y);
        if (nearness <= 0)
            return own;
        float ownMask = mask[x, y], sum = 0, total = 0;
        for (int j = Math.Max(y - Radius, 0); j <= Math.Min(y + Radius, disparity.Height - 1); j++)
        {
            ReadOnlySpan<float> values = disparity.Row(j), masks = mask.Row(j), ranges = range.Row(j);
            float down = (j - y) * (j - y) * DistanceScale;
            for (int i = Math.Max(x - Radius, 0); i <= Math.Min(x + Radius, disparity.Width - 1); i++)
            {
                float difference = masks[i] - ownMask;
                float unlike = ((i - x) * (i - x) * DistanceScale) + down + (difference * difference * MaskScale);
                float weight = Falloff.Of(unlike) * (Falloff.Of(ranges[i] * ranges[i] * RangeScale) + UpsamplingParameters.TrustFloor);
                sum += weight * (values[i] - own);
                total += weight;
            }
        }

        return own + (nearness * sum / total);
    }

    /// <summary>1 on the outline, 0 out of its reach.</summary>
    private static float Nearness(Plane<float> range, int x, int y)
    {
        float nearest = 0;
        for (int j = Math.Max(y - Radius, 0); j <= Math.Min(y + Radius, range.Height - 1); j++)
        {
            ReadOnlySpan<float> ranges = range.Row(j);
            float down = (j - y) * (j - y) * DistanceScale;
            for (int i = Math.Max(x - Radius, 0); i <= Math.Min(x + Radius, range.Width - 1); i++)
            {
                if (ranges[i] > UpsamplingParameters.OutlineLeastRange)
                    nearest = Math.Max(nearest, ranges[i] * Falloff.Of(((i - x) * (i - x) * DistanceScale) + down));
            }
        }

        return Math.Min(nearest * UpsamplingParameters.OutlineReach, 1);
    }
}
