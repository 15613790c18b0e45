using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

/// <summary>Small pictures and radii made from a seed, and the shortest way to render them.</summary>
internal static class TestScenes
{
    /// <summary>Two threads: enough to find what depends on their number.</summary>
    public const int Threads = 2;

    public static LinearImage Noise(int width, int height, int seed, float alpha = 1)
    {
        Random random = new(seed);
        LinearImage image = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = new Vector4((float)random.NextDouble() * alpha, (float)random.NextDouble() * alpha, (float)random.NextDouble() * alpha, alpha);
        }

        return image;
    }

    public static LinearImage Constant(int width, int height, Vector4 colour)
    {
        LinearImage image = new(width, height);
        image.Fill(colour);
        return image;
    }

    public static Plane<float> Uniform(int width, int height, float radius)
    {
        Plane<float> plane = new(width, height);
        plane.Fill(radius);
        return plane;
    }

    /// <summary>A slanted ground with a few rectangles at other depths before it: edges, slopes, in-focus parts, near and far.</summary>
    public static Plane<float> Layered(int width, int height, float largest, int seed)
    {
        Random random = new(seed);
        Plane<float> plane = new(width, height);
        for (int y = 0; y < height; y++)
            plane.Row(y).Fill(largest * ((1.2f * y / height) - 1));
        for (int i = 0; i < 6; i++)
        {
            float radius = i == 0 ? 0 : largest * ((2 * (float)random.NextDouble()) - 1);
            int x0 = random.Next(width), y0 = random.Next(height);
            for (int y = y0; y < Math.Min(height, y0 + (height / 3)); y++)
                plane.Row(y)[x0..Math.Min(width, x0 + (width / 4))].Fill(radius);
        }

        return plane;
    }

    public static LinearImage Render(
        LinearImage picture, Plane<float> radii, Aperture? aperture = null, BokehQuality quality = BokehQuality.Final, int threads = Threads, HighlightRecovery? highlights = null)
    {
        using BokehScene scene = Scene(picture, radii, aperture, highlights);
        LinearImage result = new(picture.Width, picture.Height);
        new CpuBokehRenderer().Render(scene, quality, new PixelRegion(0, 0, picture.Width, picture.Height), result, threads, null, TestContext.Current.CancellationToken);
        return result;
    }

    public static BokehScene Scene(LinearImage picture, Plane<float> radii, Aperture? aperture = null, HighlightRecovery? highlights = null)
    {
        float largest = 0;
        for (int y = 0; y < radii.Height; y++)
        {
            foreach (float c in radii.Row(y))
                largest = MathF.Max(largest, MathF.Abs(c));
        }

        KernelTable kernels = KernelTable.Create(aperture ?? Aperture.Disc(), largest + 1, Threads, TestContext.Current.CancellationToken);
        return new BokehScene(picture, radii, kernels, highlights ?? HighlightRecovery.None, Threads, TestContext.Current.CancellationToken);
    }

    public static float LargestDifference(LinearImage a, LinearImage b)
    {
        float largest = 0;
        for (int y = 0; y < a.Height; y++)
        {
            for (int x = 0; x < a.Width; x++)
            {
                Vector4 d = Vector4.Abs(a[x, y] - b[x, y]);
                largest = MathF.Max(largest, MathF.Max(MathF.Max(d.X, d.Y), MathF.Max(d.Z, d.W)));
            }
        }

        return largest;
    }

    public static double MeanSquare(LinearImage a, LinearImage b)
    {
        double sum = 0;
        for (int y = 0; y < a.Height; y++)
        {
            for (int x = 0; x < a.Width; x++)
            {
                Vector4 d = a[x, y] - b[x, y];
                sum += (d.X * d.X) + (d.Y * d.Y) + (d.Z * d.Z);
            }
        }

        return sum / (3.0 * a.Width * a.Height);
    }

    public static double Psnr(LinearImage a, LinearImage b) => -10 * Math.Log10(MeanSquare(a, b) + 1e-12);
}
