using System.Numerics;

namespace GenRefocus.Imaging.Tests;

/// <summary>Pictures and metadata made for tests.</summary>
internal static class TestPictures
{
    /// <summary>Integers from a fixed generator.</summary>
    public static SampleImage Noise(int width, int height, int channels, int bitDepth, int seed = 1)
    {
        var random = new Random(seed);
        var samples = new SampleImage(width, height, channels, bitDepth);
        for (int y = 0; y < height; y++)
        {
            if (bitDepth == 8)
                random.NextBytes(samples.Row8(y));
            else
                random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples.Row16(y)));
        }

        return samples;
    }

    /// <summary>A smooth picture that JPEG keeps well.</summary>
    public static LinearImage Gradient(int width, int height)
    {
        var image = new LinearImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = new Vector4(x / (float)width, y / (float)height, 0.25f, 1);
        }

        return image;
    }

    public static Photo Photo(SampleImage samples, PhotoMetadata? metadata = null, ColourEncoding? encoding = null) =>
        new(samples, PictureFormat.Png, encoding ?? ColourEncoding.Srgb, metadata ?? PhotoMetadata.None);

    public static bool Same(SampleImage a, SampleImage b)
    {
        if (a.Width != b.Width || a.Height != b.Height || a.Channels != b.Channels || a.BitDepth != b.BitDepth)
            return false;
        for (int y = 0; y < a.Height; y++)
        {
            if (a.BitDepth == 8 ? !a.Row8(y).SequenceEqual(b.Row8(y)) : !a.Row16(y).SequenceEqual(b.Row16(y)))
                return false;
        }

        return true;
    }

    /// <summary>Writes to memory and reads back.</summary>
    public static Photo RoundTrip(LinearImage image, Photo? source, PhotoWriteOptions options)
    {
        using var stream = new MemoryStream();
        PhotoWriter.Write(image, source, stream, options, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return PhotoReader.Read(stream, null, TestContext.Current.CancellationToken);
    }
}
