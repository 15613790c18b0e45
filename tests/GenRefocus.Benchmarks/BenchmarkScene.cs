using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Benchmarks;

/// <summary>A made-up picture of 2 megapixels with depth: a textured slope, and discs in front of it whose edges have something to hide.</summary>
internal static class BenchmarkScene
{
    /// <summary>Columns.</summary>
    public const int Width = 1632;

    /// <summary>Rows.</summary>
    public const int Height = 1224;

    /// <summary>With <see cref="FocusDisparity"/>, the radii reach 30 px.</summary>
    public const double K = 60;

    /// <summary>Between the slope's two ends.</summary>
    public const double FocusDisparity = 0.5;

    /// <summary>Threads that the benchmarks use.</summary>
    public const int Threads = 2;

    private const int Cell = 240, DiscRadius = 70;

    /// <summary>The picture, linear light, opaque.</summary>
    public static LinearImage Picture()
    {
        LinearImage picture = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                float texture = 0.5f + (0.25f * MathF.Sin(x * 0.9f)) + (0.2f * MathF.Sin((y * 0.7f) + (x * 0.05f)));
                picture[x, y] = IsDisc(x, y) ? new Vector4(texture, 0.6f * texture, 0.2f, 1) : new Vector4(0.2f, texture, 0.9f * texture, 1);
            }
        }

        return picture;
    }

    /// <summary>Its disparity, 0 to 1.</summary>
    public static Plane<float> Disparity()
    {
        Plane<float> disparity = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                disparity[x, y] = IsDisc(x, y) ? 1 - (0.2f * x / Width) : 0.6f * y / Height;
        }

        return disparity;
    }

    /// <summary>The picture as an 8-bit sRGB photo.</summary>
    /// <param name="picture">The picture.</param>
    public static Photo Photo(LinearImage picture)
    {
        SampleImage empty = new(Width, Height, 3, 8);
        using Photo frame = new(empty, PictureFormat.Png, ColourEncoding.Srgb, PhotoMetadata.None);
        SampleImage samples = PhotoQuantiser.Quantise(picture, frame, 8, Threads, CancellationToken.None);
        return new Photo(samples, PictureFormat.Png, ColourEncoding.Srgb, PhotoMetadata.None);
    }

    private static bool IsDisc(int x, int y)
    {
        int dx = (x % Cell) - (Cell / 2), dy = (y % Cell) - (Cell / 2);
        return (dx * dx) + (dy * dy) < DiscRadius * DiscRadius;
    }
}
