using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>
/// Premultiplied linear light to integers, row by row. Where the picture equals the decoded original bit for bit, the original's integers are taken instead.
/// </summary>
internal sealed class SampleEncoder
{
    private readonly ColourEncoding _encoding;
    private readonly SampleImage _target;
    private readonly SampleImage? _original;
    private readonly float _backdrop;
    private readonly bool _dithers;

    /// <summary>Says what is to be encoded into what.</summary>
    /// <param name="encoding">What the integers are to stand for.</param>
    /// <param name="target">Receives the integers; its channels say whether colour and alpha are written.</param>
    /// <param name="original">The integers that the picture was decoded from with the same encoding, or null. Used where size, depth and channels equal the target's.</param>
    /// <param name="backdrop">Linear grey behind transparent pixels where the target has no alpha.</param>
    /// <param name="dither">Whether 8-bit values of changed pixels are dithered; 16-bit values are rounded.</param>
    public SampleEncoder(ColourEncoding encoding, SampleImage target, SampleImage? original, float backdrop, bool dither)
    {
        _encoding = encoding;
        _target = target;
        _original = original is not null && Fits(original, target) ? original : null;
        _backdrop = backdrop;
        _dithers = dither && target.BitDepth == 8;
    }

    /// <summary>Encodes a picture.</summary>
    /// <param name="image">The picture, of the target's size.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public void Encode(LinearImage image, int threads, CancellationToken cancellationToken) =>
        RowParallel.For(_target.Height, threads, (first, end) =>
        {
            using Plane<Vector4> original = new(_target.Width, 1), unmultiplied = new(_target.Width, 1);
            using Plane<int> found = new(4 * _target.Width, 1);
            Span<Vector4> decoded = _original is null ? [] : original.Row(0);
            Span<int> codes = found.Row(0);
            for (int y = first; y < end; y++)
            {
                Span<Vector4> pixels = image.Row(y);
                if (_original is not null)
                {
                    SampleDecoder.DecodeRow(_original, _encoding, y, decoded);
                    if (MemoryMarshal.AsBytes(pixels).SequenceEqual(MemoryMarshal.AsBytes(decoded)))
                    {
                        CopyRow(_original, y);
                        continue;
                    }
                }

                ReadOnlySpan<Vector4> straight = Straighten(pixels, unmultiplied.Row(0));
                FindCodes(straight, codes);
                UntouchedPixels untouched = new(pixels, decoded);
                if (_target.BitDepth == 8)
                    PackRow8(codes, straight, untouched, _original is null ? default : _original.Row8(y), y);
                else
                    PackRow(codes, straight, untouched, _original is null ? default : _original.Row16(y), _target.Row16(y), 0, y);
            }
        }, cancellationToken);

    private static bool Fits(SampleImage original, SampleImage target) =>
        original.Width == target.Width && original.Height == target.Height && original.BitDepth == target.BitDepth && original.Channels == target.Channels;

    private void CopyRow(SampleImage original, int y)
    {
        if (_target.BitDepth == 8)
            original.Row8(y).CopyTo(_target.Row8(y));
        else
            original.Row16(y).CopyTo(_target.Row16(y));
    }

    /// <summary>Undoes the premultiplication, or lays the pixels over the backdrop where the target has no alpha. Alpha comes back within 0 … 1, NaN as 0.</summary>
    /// <returns>What came out: the pixels themselves where all are opaque.</returns>
    private ReadOnlySpan<Vector4> Straighten(ReadOnlySpan<Vector4> pixels, Span<Vector4> straight)
    {
        int opaque = 0;
        while (opaque < pixels.Length && pixels[opaque].W == 1)
            opaque++;
        if (opaque == pixels.Length)
            return pixels;
        pixels[..opaque].CopyTo(straight);
        for (int x = opaque; x < pixels.Length; x++)
        {
            Vector4 pixel = pixels[x];
            if (pixel.W != 1)
            {
                float alpha = pixel.W > 0 ? Math.Min(pixel.W, 1) : 0;
                if (!_target.HasAlpha)
                    pixel += new Vector4((1 - alpha) * _backdrop);
                else
                    pixel = alpha == 0 ? Vector4.Zero : new Vector4(pixel.X / pixel.W, pixel.Y / pixel.W, pixel.Z / pixel.W, alpha);
            }

            straight[x] = pixel;
        }

        return straight;
    }

    /// <summary>Codes of red, green, blue; the fourth of a pixel is without meaning. Dithering starts from 16-bit codes.</summary>
    private void FindCodes(ReadOnlySpan<Vector4> straight, Span<int> codes)
    {
        bool deep = _dithers || _target.BitDepth == 16;
        CodeEncoder red = Encoder(_encoding.Red, deep);
        if (_target.IsGrey || (_encoding.Red == _encoding.Green && _encoding.Green == _encoding.Blue))
        {
            red.Encode(MemoryMarshal.Cast<Vector4, float>(straight), codes);
            return;
        }

        CodeEncoder green = Encoder(_encoding.Green, deep), blue = Encoder(_encoding.Blue, deep);
        for (int x = 0; x < straight.Length; x++)
        {
            codes[4 * x] = red.Encode(straight[x].X);
            codes[(4 * x) + 1] = green.Encode(straight[x].Y);
            codes[(4 * x) + 2] = blue.Encode(straight[x].Z);
        }
    }

    private static CodeEncoder Encoder(ToneCurve curve, bool deep) => deep ? curve.Encoder16 : curve.Encoder8;

    private void PackRow8(ReadOnlySpan<int> codes, ReadOnlySpan<Vector4> straight, UntouchedPixels untouched, ReadOnlySpan<byte> original, int y)
    {
        Span<byte> row = _target.Row8(y);
        int packed = _dithers && !_target.IsGrey ? DitheredPixels.Pack(codes, straight, untouched, original, row, y) : 0;
        PackRow(codes, straight, untouched, original, row, packed, y);
    }

    // The pixels from a first one on.
    private void PackRow<T>(
        ReadOnlySpan<int> codes,
        ReadOnlySpan<Vector4> straight,
        UntouchedPixels untouched,
        ReadOnlySpan<T> original,
        Span<T> row,
        int first,
        int y)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ReadOnlySpan<int> offsets = OrderedDither.Row(y);
        float maximum = float.CreateTruncating(T.MaxValue);
        int channels = _target.Channels, colours = _target.IsGrey ? 1 : 3;
        for (int x = first; x < straight.Length; x++)
        {
            Span<T> sample = row.Slice(x * channels, channels);
            if (untouched[x])
            {
                original.Slice(x * channels, channels).CopyTo(sample);
                continue;
            }

            for (int c = 0; c < colours; c++)
            {
                int code = codes[(4 * x) + c];
                sample[c] = T.CreateTruncating(_dithers ? OrderedDither.Quantise(code, offsets[x % OrderedDither.Size]) : code);
            }

            if (_target.HasAlpha)
                sample[colours] = T.CreateTruncating((int)((straight[x].W * maximum) + 0.5f));
        }
    }
}
