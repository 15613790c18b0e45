using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Turns a network's numbers into disparity.</summary>
internal static class NetworkDepth
{
    /// <summary>Percentile that becomes disparity 0.</summary>
    public const double FarPercentile = 0.5;

    /// <summary>Percentile that becomes disparity 1.</summary>
    public const double NearPercentile = 99.5;

    /// <summary>Converts in place.</summary>
    /// <param name="values">The network's output.</param>
    /// <param name="meaning">What it means.</param>
    /// <returns>The unit of what the plane holds now; null when not a single value made sense.</returns>
    public static DepthScale? ToDisparity(Plane<float> values, CardMeaning meaning)
    {
        for (int y = 0; y < values.Height; y++)
        {
            foreach (ref float value in values.Row(y))
            {
                // A depth of 0 or less is as unknown as one that is no number.
                if (meaning != CardMeaning.Disparity)
                    value = value > 0 ? 1 / value : float.NaN;
                if (!float.IsFinite(value))
                    value = float.NaN;
            }
        }

        if (!UnknownDepth.Fill(values))
            return null;
        if (meaning == CardMeaning.Metric)
            return DepthScale.Metric;
        Normalise(values);
        return DepthScale.Relative;
    }

    /// <summary>All values, smallest first.</summary>
    internal static float[] Sorted(Plane<float> values)
    {
        float[] sorted = new float[checked(values.Width * values.Height)];
        for (int y = 0; y < values.Height; y++)
            values.Row(y).CopyTo(sorted.AsSpan(y * values.Width));
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The value below which a share of the sorted values lies, linear between neighbours.</summary>
    internal static float Percentile(ReadOnlySpan<float> sorted, double percent)
    {
        double position = percent / 100 * (sorted.Length - 1);
        int index = (int)position;
        int next = Math.Min(index + 1, sorted.Length - 1);
        return (float)(sorted[index] + ((position - index) * ((double)sorted[next] - sorted[index])));
    }

    private static void Normalise(Plane<float> values)
    {
        float[] sorted = Sorted(values);
        float far = Percentile(sorted, FarPercentile), near = Percentile(sorted, NearPercentile);

        // A network that sees no difference says that everything is equally far.
        float scale = near > far ? 1 / (near - far) : 0;
        for (int y = 0; y < values.Height; y++)
        {
            foreach (ref float value in values.Row(y))
                value = Math.Clamp((value - far) * scale, 0, 1);
        }
    }
}
