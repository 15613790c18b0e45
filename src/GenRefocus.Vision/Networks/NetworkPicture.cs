using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Turns a picture into the planes that a network sees.</summary>
internal static class NetworkPicture
{
    private const int Channels = 3;
    private const int CodesAtATime = 512;

    /// <summary>Resizes the picture's 8-bit sRGB values.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="input">Size, resampling, rounding and channel order.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Three planes of 0 … 255, in the network's order; the caller disposes of them.</returns>
    public static Plane<float>[] Prepare(LinearImage picture, CardInput input, int threads, CancellationToken cancellationToken)
    {
        (int width, int height) = input.Size.For(picture.Width, picture.Height);
        using Plane<Vector4> pixels = Resampler.Resize(
            picture.Width, picture.Height, (y, row) => Encode(picture.Row(y), row), width, height, input.Resampling, threads, cancellationToken);
        Plane<float>[] planes = [new(width, height), new(width, height), new(width, height)];
        for (int i = 0; i < Channels; i++)
        {
            Take(pixels, input.Channels == CardChannels.Rgb ? i : Channels - 1 - i, planes[i]);
            if (input.RoundTo8Bit)
                Round(planes[i]);
        }

        return planes;
    }

    /// <summary>Encodes a row to 0 … 255. The network sees the colour itself, not its product with alpha; what is wholly transparent is black.</summary>
    private static void Encode(ReadOnlySpan<Vector4> source, Span<Vector4> target)
    {
        for (int x = 0; x < source.Length; x++)
            target[x] = LinearImage.Straight(source[x]);
        Span<float> values = MemoryMarshal.Cast<Vector4, float>(target);
        Span<byte> codes = stackalloc byte[CodesAtATime];
        for (int start = 0; start < values.Length; start += CodesAtATime)
        {
            Span<float> some = values.Slice(start, Math.Min(CodesAtATime, values.Length - start));
            SrgbTransfer.Encode8(some, codes);
            TensorPrimitives.ConvertTruncating<byte, float>(codes[..some.Length], some);
        }
    }

    private static void Take(Plane<Vector4> pixels, int channel, Plane<float> target)
    {
        for (int y = 0; y < target.Height; y++)
        {
            ReadOnlySpan<Vector4> source = pixels.Row(y);
            Span<float> row = target.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = source[x][channel];
        }
    }

    private static void Round(Plane<float> plane)
    {
        for (int y = 0; y < plane.Height; y++)
        {
            foreach (ref float value in plane.Row(y))
                value = Math.Clamp(MathF.Round(value, MidpointRounding.ToEven), 0, 255);
        }
    }
}
