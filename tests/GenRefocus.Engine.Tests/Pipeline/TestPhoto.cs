using GenRefocus.Imaging;

namespace GenRefocus.Engine.Tests;

/// <summary>Small synthetic photos and their exact depth.</summary>
internal static class TestPhoto
{
    /// <summary>A textured background and a bright square in the middle.</summary>
    public static Photo Make(int width = 192, int height = 128, PhotoMetadata? metadata = null, int bits = 8)
    {
        SampleImage samples = new(width, height, 3, bits);
        Random random = new(7);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool near = IsNear(x, y, width, height);
                int value = near ? 180 + random.Next(60) : 40 + (((x / 3) + (y / 5)) % 7 * 15) + random.Next(20);
                for (int c = 0; c < 3; c++)
                {
                    int code = Math.Min(255, value - (c * 11));
                    if (bits == 8)
                        samples.Row8(y)[(3 * x) + c] = (byte)code;
                    else
                        samples.Row16(y)[(3 * x) + c] = (ushort)((code * 257) + random.Next(200) - 100);
                }
            }
        }

        return new Photo(samples, PictureFormat.Png, ColourEncoding.Srgb, metadata ?? PhotoMetadata.None);
    }

    /// <summary>Whether a pixel belongs to the square, which is near.</summary>
    public static bool IsNear(int x, int y, int width, int height) => Math.Abs(x - (width / 2)) < width / 5 && Math.Abs(y - (height / 2)) < height / 5;

    /// <summary>Writes the disparity as a 16-bit PNG: the square at 0.8, the rest at 0.2.</summary>
    public static string WriteDepth(string folder, int width = 192, int height = 128, string name = "depth.png")
    {
        using Plane<float> plane = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane.Row(y)[x] = IsNear(x, y, width, height) ? 0.8f : 0.2f;
        }

        string path = Path.Combine(folder, name);
        DepthWriter.WritePng16(plane, path, 1);
        return path;
    }
}
