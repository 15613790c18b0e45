using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

/// <summary>Pictures and planes made from formulas.</summary>
internal static class Pictures
{
    public static Plane<float> Plane(int width, int height, Func<int, int, float> value)
    {
        var plane = new Plane<float>(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane[x, y] = value(x, y);
        }

        return plane;
    }

    public static LinearImage Image(int width, int height, Func<int, int, Vector3> colour)
    {
        var image = new LinearImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = new Vector4(colour(x, y), 1);
        }

        return image;
    }

    public static float[] Values(Plane<float> plane)
    {
        float[] values = new float[plane.Width * plane.Height];
        for (int y = 0; y < plane.Height; y++)
            plane.Row(y).CopyTo(values.AsSpan(y * plane.Width));
        return values;
    }

    /// <summary>A number in 0 … 1 that looks random and depends on its arguments alone.</summary>
    public static float Noise(int x, int y, int seed)
    {
        uint h = unchecked(((uint)x * 374761393) + ((uint)y * 668265263) + ((uint)seed * 2246822519));
        h = (h ^ (h >> 13)) * 1274126177;
        return ((h ^ (h >> 16)) & 0xffff) / 65535f;
    }
}
