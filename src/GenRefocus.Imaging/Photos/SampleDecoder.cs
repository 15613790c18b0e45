using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>
/// Integers to premultiplied linear light, row by row, by table. The same code runs when a photo is read and when a result is compared with it, so that an
/// untouched pixel is recognised bit for bit.
/// </summary>
internal static class SampleDecoder
{
    /// <summary>Decodes a whole picture.</summary>
    /// <param name="samples">The integers.</param>
    /// <param name="encoding">What they stand for.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static LinearImage Decode(SampleImage samples, ColourEncoding encoding, int threads, CancellationToken cancellationToken)
    {
        var image = new LinearImage(samples.Width, samples.Height);
        try
        {
            RowParallel.For(samples.Height, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                    DecodeRow(samples, encoding, y, image.Row(y));
            }, cancellationToken);
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    /// <summary>Decodes one row.</summary>
    /// <param name="samples">The integers.</param>
    /// <param name="encoding">What they stand for.</param>
    /// <param name="y">Row.</param>
    /// <param name="pixels">Receives the row.</param>
    public static void DecodeRow(SampleImage samples, ColourEncoding encoding, int y, Span<Vector4> pixels)
    {
        if (samples.BitDepth == 8)
            DecodeRow(samples.Row8(y), samples.Channels, encoding.Red.Decode8, encoding.Green.Decode8, encoding.Blue.Decode8, byte.MaxValue, pixels);
        else
            DecodeRow(samples.Row16(y), samples.Channels, encoding.Red.Decode16, encoding.Green.Decode16, encoding.Blue.Decode16, ushort.MaxValue, pixels);
    }

    private static void DecodeRow<T>(
        ReadOnlySpan<T> row,
        int channels,
        ReadOnlySpan<float> red,
        ReadOnlySpan<float> green,
        ReadOnlySpan<float> blue,
        float maximum,
        Span<Vector4> pixels)
        where T : unmanaged, IBinaryInteger<T>
    {
        switch (channels)
        {
            case 1:
                for (int x = 0; x < pixels.Length; x++)
                {
                    float grey = red[int.CreateTruncating(row[x])];
                    pixels[x] = new Vector4(grey, grey, grey, 1);
                }

                break;
            case 2:
                for (int x = 0; x < pixels.Length; x++)
                {
                    float alpha = float.CreateTruncating(row[(2 * x) + 1]) / maximum;
                    float grey = red[int.CreateTruncating(row[2 * x])] * alpha;
                    pixels[x] = new Vector4(grey, grey, grey, alpha);
                }

                break;
            case 3:
                for (int x = 0; x < pixels.Length; x++)
                {
                    ReadOnlySpan<T> s = row.Slice(3 * x, 3);
                    pixels[x] = new Vector4(red[int.CreateTruncating(s[0])], green[int.CreateTruncating(s[1])], blue[int.CreateTruncating(s[2])], 1);
                }

                break;
            default:
                for (int x = 0; x < pixels.Length; x++)
                {
                    ReadOnlySpan<T> s = row.Slice(4 * x, 4);
                    var colour = new Vector4(red[int.CreateTruncating(s[0])], green[int.CreateTruncating(s[1])], blue[int.CreateTruncating(s[2])], 1);
                    pixels[x] = colour * (float.CreateTruncating(s[3]) / maximum);
                }

                break;
        }
    }
}
