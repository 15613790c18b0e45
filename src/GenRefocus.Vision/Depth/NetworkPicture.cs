using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Turns a picture into the planes that a network sees.</summary>
internal static class NetworkPicture
{
    private const int Channels = 3;

    /// <summary>Resizes the picture's 8-bit sRGB values.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="input">Size, resampling, rounding and channel order.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Three planes of 0 … 255, in the network's order; the caller disposes of them.</returns>
    public static Plane<float>[] Prepare(LinearImage picture, CardInput input, int threads, CancellationToken cancellationToken)
    {
        (int width, int height) = input.Size.For(picture.Width, picture.Height);
        var planes = new List<Plane<float>>(Channels);
        try
        {
            // One channel at a time: a large picture's three full-size planes would cost more memory than the rest of the work.
            using var encoded = new Plane<float>(picture.Width, picture.Height);
            for (int i = 0; i < Channels; i++)
            {
                int channel = input.Channels == CardChannels.Rgb ? i : Channels - 1 - i;
                RowParallel.For(picture.Height, threads, (first, end) => Encode(picture, channel, encoded, first, end), cancellationToken);
                Plane<float> plane = Resampler.Resize(encoded, width, height, input.Resampling, threads, cancellationToken);
                planes.Add(plane);
                if (input.RoundTo8Bit)
                    Round(plane);
            }

            return [.. planes];
        }
        catch
        {
            planes.ForEach(plane => plane.Dispose());
            throw;
        }
    }

    private static void Encode(LinearImage picture, int channel, Plane<float> target, int first, int end)
    {
        float[] linear = new float[picture.Width];
        byte[] codes = new byte[picture.Width];
        for (int y = first; y < end; y++)
        {
            Span<Vector4> source = picture.Row(y);
            for (int x = 0; x < source.Length; x++)
            {
                // The network sees the colour itself, not its product with alpha; what is wholly transparent is black.
                float alpha = source[x].W;
                linear[x] = alpha > 0 ? source[x][channel] / alpha : 0;
            }

            SrgbTransfer.Encode8(linear, codes);
            Span<float> row = target.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = codes[x];
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
