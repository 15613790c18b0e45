using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Brings dioptres into the range of 0 to 1 that a picture holds.</summary>
internal static class DepthScaling
{
    private const float MillimetresPerMetre = 1000;

    /// <summary>Distances in millimetres over 65535, which <c>--depth-kind metric</c> reads back; farther than 65.5 m counts as that.</summary>
    /// <param name="dioptres">Dioptres, 0 or more.</param>
    /// <returns>A new plane; the caller disposes of it.</returns>
    public static Plane<float> ToMillimetres(Plane<float> dioptres) =>
        Map(dioptres, value => Math.Min(1, MillimetresPerMetre / (value * ushort.MaxValue)));

    /// <summary>Dioptres over those of the nearest, for the eye.</summary>
    /// <param name="dioptres">Dioptres, 0 or more.</param>
    /// <returns>A new plane; the caller disposes of it.</returns>
    public static Plane<float> ToShares(Plane<float> dioptres)
    {
        float nearest = float.Epsilon;
        for (int y = 0; y < dioptres.Height; y++)
        {
            foreach (float value in dioptres.Row(y))
                nearest = Math.Max(nearest, value);
        }

        return Map(dioptres, value => value / nearest);
    }

    private static Plane<float> Map(Plane<float> source, Func<float, float> map)
    {
        Plane<float> target = new(source.Width, source.Height);
        for (int y = 0; y < source.Height; y++)
        {
            ReadOnlySpan<float> from = source.Row(y);
            Span<float> to = target.Row(y);
            for (int x = 0; x < to.Length; x++)
                to[x] = map(from[x]);
        }

        return target;
    }
}
