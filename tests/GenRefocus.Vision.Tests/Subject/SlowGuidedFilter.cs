using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

/// <summary>The guided filter as its authors write it, window by window in double precision; the 3 × 3 system is solved by elimination.</summary>
internal static class SlowGuidedFilter
{
    public static Plane<float> Upsample(Plane<float> mask, LinearImage picture)
    {
        int w = mask.Width, h = mask.Height;
        using LinearImage small = Resampler.Resize(picture, w, h, ResampleFilter.Area, 1, CancellationToken.None);
        double[,][] fitted = new double[w, h][], mean = new double[w, h][];
        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
                fitted[x, y] = Fit([.. Window(x, y, w, h).Select(p => (Guide(small[p.X, p.Y]), (double)mask[p.X, p.Y]))]);
        }

        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
            {
                double[][] around = [.. Window(x, y, w, h).Select(p => fitted[p.X, p.Y])];
                mean[x, y] = [.. Enumerable.Range(0, 4).Select(i => around.Average(line => line[i]))];
            }
        }

        return Pictures.Plane(picture.Width, picture.Height, (x, y) =>
        {
            double px = Math.Clamp(((x + 0.5) * w / picture.Width) - 0.5, 0, w - 1), py = Math.Clamp(((y + 0.5) * h / picture.Height) - 0.5, 0, h - 1);
            int x0 = (int)px, y0 = (int)py, x1 = Math.Min(x0 + 1, w - 1), y1 = Math.Min(y0 + 1, h - 1);
            double[] colour = [.. Guide(picture[x, y]), 1];
            double Line(int i) => Lerp(Lerp(mean[x0, y0][i], mean[x1, y0][i], px - x0), Lerp(mean[x0, y1][i], mean[x1, y1][i], px - x0), py - y0);
            return (float)Math.Clamp(Enumerable.Range(0, 4).Sum(i => Line(i) * colour[i]), 0, 1);
        });
    }

    private static IEnumerable<(int X, int Y)> Window(int x, int y, int w, int h) =>
        from j in Enumerable.Range(y - MaskUpsamplingParameters.Radius, (2 * MaskUpsamplingParameters.Radius) + 1)
        from i in Enumerable.Range(x - MaskUpsamplingParameters.Radius, (2 * MaskUpsamplingParameters.Radius) + 1)
        where i >= 0 && j >= 0 && i < w && j < h
        select (i, j);

    private static double[] Fit((double[] Colour, double Mask)[] samples)
    {
        double[] mean = [.. Enumerable.Range(0, 3).Select(i => samples.Average(s => s.Colour[i]))];
        double meanMask = samples.Average(s => s.Mask);
        double[,] system = new double[3, 4];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                system[i, j] = samples.Average(s => (s.Colour[i] - mean[i]) * (s.Colour[j] - mean[j])) + (i == j ? MaskUpsamplingParameters.Epsilon : 0);
            system[i, 3] = samples.Average(s => (s.Colour[i] - mean[i]) * (s.Mask - meanMask));
        }

        for (int i = 0; i < 3; i++)
        {
            for (int row = 0; row < 3; row++)
            {
                if (row == i)
                    continue;
                double factor = system[row, i] / system[i, i];
                for (int column = 0; column < 4; column++)
                    system[row, column] -= factor * system[i, column];
            }
        }

        double[] a = [.. Enumerable.Range(0, 3).Select(i => system[i, 3] / system[i, i])];
        return [.. a, meanMask - Enumerable.Range(0, 3).Sum(i => a[i] * mean[i])];
    }

    private static double[] Guide(Vector4 linear) => [.. Enumerable.Range(0, 3).Select(i => Math.Sqrt(Math.Clamp(linear[i], 0, 1)))];

    private static double Lerp(double a, double b, double share) => a + ((b - a) * share);
}
