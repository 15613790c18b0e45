using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>Premultiplied linear light to integers. Where the picture equals the decoded original bit for bit, the original's integers are taken instead.</summary>
internal static class SampleEncoder
{
    /// <summary>Encodes a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="encoding">What the integers are to stand for.</param>
    /// <param name="target">Receives the integers; its channels say whether colour and alpha are written. Without alpha the picture is laid over <paramref name="backdrop"/>.</param>
    /// <param name="original">The integers that the picture was decoded from with the same encoding, or null. Used where size, depth and channels equal the target's.</param>
    /// <param name="backdrop">Linear grey behind transparent pixels.</param>
    /// <param name="dither">Whether 8-bit values of changed pixels are dithered.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static void Encode(
        LinearImage image,
        ColourEncoding encoding,
        SampleImage target,
        SampleImage? original,
        float backdrop,
        bool dither,
        int threads,
        CancellationToken cancellationToken)
    {
        if (original is not null
            && (original.Width != target.Width || original.Height != target.Height || original.BitDepth != target.BitDepth || original.Channels != target.Channels))
            original = null;
        RowParallel.For(target.Height, threads, (first, end) =>
        {
            Vector4[] decoded = original is null ? [] : new Vector4[target.Width];
            for (int y = first; y < end; y++)
            {
                if (original is not null)
                    SampleDecoder.DecodeRow(original, encoding, y, decoded);
                if (target.BitDepth == 8)
                    EncodeRow8(image.Row(y), encoding, target.Row8(y), target.Channels, original is null ? default : original.Row8(y), decoded, backdrop, dither, y);
                else
                    EncodeRow16(image.Row(y), encoding, target.Row16(y), target.Channels, original is null ? default : original.Row16(y), decoded, backdrop);
            }
        }, cancellationToken);
    }

    /// <summary>Whether every pixel has equal red, green and blue.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static bool IsGrey(LinearImage image, int threads, CancellationToken cancellationToken) =>
        !Any(image, static pixel => pixel.X != pixel.Y || pixel.Y != pixel.Z, threads, cancellationToken);

    /// <summary>Whether a pixel is not opaque.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static bool HasAlpha(LinearImage image, int threads, CancellationToken cancellationToken) =>
        Any(image, static pixel => pixel.W < 1, threads, cancellationToken);

    private static bool Any(LinearImage image, Predicate<Vector4> predicate, int threads, CancellationToken cancellationToken)
    {
        int found = 0;
        RowParallel.For(image.Height, threads, (first, end) =>
        {
            for (int y = first; y < end && Volatile.Read(ref found) == 0; y++)
            {
                foreach (Vector4 pixel in image.Row(y))
                {
                    if (!predicate(pixel))
                        continue;
                    Volatile.Write(ref found, 1);
                    break;
                }
            }
        }, cancellationToken);
        return found != 0;
    }

    private static void EncodeRow8(
        ReadOnlySpan<Vector4> pixels,
        ColourEncoding encoding,
        Span<byte> row,
        int channels,
        ReadOnlySpan<byte> original,
        ReadOnlySpan<Vector4> decoded,
        float backdrop,
        bool dither,
        int y)
    {
        ReadOnlySpan<int> offsets = OrderedDither.Row(y);
        CodeEncoder red = dither ? encoding.Red.Encoder16 : encoding.Red.Encoder8;
        CodeEncoder green = dither ? encoding.Green.Encoder16 : encoding.Green.Encoder8;
        CodeEncoder blue = dither ? encoding.Blue.Encoder16 : encoding.Blue.Encoder8;
        for (int x = 0; x < pixels.Length; x++)
        {
            int at = x * channels;
            if (IsUntouched(pixels, decoded, x))
            {
                original.Slice(at, channels).CopyTo(row[at..]);
                continue;
            }

            Vector4 pixel = Straighten(pixels[x], channels, backdrop);
            int offset = offsets[x % OrderedDither.Size];
            row[at] = Quantise(red.Encode(pixel.X), dither, offset);
            if (channels >= 3)
            {
                row[at + 1] = Quantise(green.Encode(pixel.Y), dither, offset);
                row[at + 2] = Quantise(blue.Encode(pixel.Z), dither, offset);
            }

            if (channels is 2 or 4)
                row[at + channels - 1] = (byte)((pixel.W * byte.MaxValue) + 0.5f);
        }
    }

    private static void EncodeRow16(
        ReadOnlySpan<Vector4> pixels,
        ColourEncoding encoding,
        Span<ushort> row,
        int channels,
        ReadOnlySpan<ushort> original,
        ReadOnlySpan<Vector4> decoded,
        float backdrop)
    {
        CodeEncoder red = encoding.Red.Encoder16, green = encoding.Green.Encoder16, blue = encoding.Blue.Encoder16;
        for (int x = 0; x < pixels.Length; x++)
        {
            int at = x * channels;
            if (IsUntouched(pixels, decoded, x))
            {
                original.Slice(at, channels).CopyTo(row[at..]);
                continue;
            }

            Vector4 pixel = Straighten(pixels[x], channels, backdrop);
            row[at] = (ushort)red.Encode(pixel.X);
            if (channels >= 3)
            {
                row[at + 1] = (ushort)green.Encode(pixel.Y);
                row[at + 2] = (ushort)blue.Encode(pixel.Z);
            }

            if (channels is 2 or 4)
                row[at + channels - 1] = (ushort)((pixel.W * ushort.MaxValue) + 0.5f);
        }
    }

    private static byte Quantise(int code, bool dither, int offset) => (byte)(dither ? OrderedDither.Quantise(code, offset) : code);

    private static bool IsUntouched(ReadOnlySpan<Vector4> pixels, ReadOnlySpan<Vector4> decoded, int x) =>
        decoded.Length != 0
        && MemoryMarshal.AsBytes(pixels.Slice(x, 1)).SequenceEqual(MemoryMarshal.AsBytes(decoded.Slice(x, 1)));

    /// <summary>Undoes the premultiplication, or lays the pixel over the backdrop where the target has no alpha. Alpha comes back within 0 … 1, NaN as 0.</summary>
    private static Vector4 Straighten(Vector4 pixel, int channels, float backdrop)
    {
        float alpha = pixel.W;
        if (alpha == 1)
            return pixel;
        alpha = alpha > 0 ? Math.Min(alpha, 1) : 0;
        if (channels is 1 or 3)
            return pixel + new Vector4((1 - alpha) * backdrop);
        return alpha == 0 ? Vector4.Zero : new Vector4(pixel.X / pixel.W, pixel.Y / pixel.W, pixel.Z / pixel.W, alpha);
    }
}
