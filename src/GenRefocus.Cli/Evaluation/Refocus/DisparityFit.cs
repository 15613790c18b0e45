using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Brings estimated disparity, which is known up to scale and shift, to the scale of the truth.</summary>
internal static class DisparityFit
{
    /// <summary>Scales and shifts by least squares over all pixels.</summary>
    /// <param name="estimate">The estimate; it is changed.</param>
    /// <param name="truth">The true disparity, of the same size.</param>
    public static void Apply(Plane<float> estimate, Plane<float> truth)
    {
        double count = (double)estimate.Width * estimate.Height, sumX = 0, sumY = 0, xx = 0, xy = 0;
        for (int y = 0; y < estimate.Height; y++)
        {
            ReadOnlySpan<float> from = estimate.Row(y), to = truth.Row(y);
            for (int x = 0; x < from.Length; x++)
                (sumX, sumY, xx, xy) = (sumX + from[x], sumY + to[x], xx + ((double)from[x] * from[x]), xy + ((double)from[x] * to[x]));
        }

        double spread = xx - (sumX * sumX / count), scale = spread > 0 ? (xy - (sumX * sumY / count)) / spread : 0, shift = (sumY - (scale * sumX)) / count;
        for (int y = 0; y < estimate.Height; y++)
        {
            foreach (ref float value in estimate.Row(y))
                value = (float)((scale * value) + shift);
        }
    }
}
