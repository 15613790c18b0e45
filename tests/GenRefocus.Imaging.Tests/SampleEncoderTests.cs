using System.Numerics;

namespace GenRefocus.Imaging.Tests;

/// <summary>The bytes of a row, against a pixel at a time.</summary>
public class SampleEncoderTests
{
    [Fact]
    public void Every_code_is_divided_exactly_at_every_offset()
    {
        int[] codes = new int[4 * 65536];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = i / 4;
        Vector4[] opaque = [.. Enumerable.Repeat(Vector4.One, 65536)];
        byte[] row = new byte[4 * 65536];
        for (int y = 0; y < OrderedDither.Size; y++)
        {
            int[] offsets = OrderedDither.Row(y).ToArray();
            for (int shift = 0; shift < OrderedDither.Size; shift++)
            {
                int packed = DitheredPixels.Pack(codes.AsSpan(4 * shift), opaque.AsSpan(shift), default, default, row.AsSpan(4 * shift), y);
                for (int x = 0; x < packed; x++)
                    Assert.Equal(OrderedDither.Quantise(x + shift, offsets[x % OrderedDither.Size]), row[(4 * (x + shift)) + 1]);
                Assert.InRange(packed, 65536 - shift - 4, 65536 - shift);
            }
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(4, false)]
    public void A_row_has_the_bytes_of_its_pixels(int channels, bool hasOriginal)
    {
        for (int width = 1; width < 40; width++)
            Compare(channels, width, hasOriginal);
    }

    private static void Compare(int channels, int width, bool hasOriginal)
    {
        Random random = new(width + (100 * channels));
        using SampleImage original = new(width, 9, channels, 8);
        for (int y = 0; y < 9; y++)
            random.NextBytes(original.Row8(y));
        using LinearImage image = SampleDecoder.Decode(original, ColourEncoding.Srgb, 1, TestContext.Current.CancellationToken);
        bool[] changed = [.. Enumerable.Range(0, 9 * width).Select(_ => random.Next(3) > 0)];
        for (int i = 0; i < changed.Length; i++)
        {
            if (changed[i])
                image[i % width, i / width] = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1) * (random.Next(2) == 0 ? 1 : random.NextSingle());
        }

        using SampleImage target = new(width, 9, channels, 8);
        new SampleEncoder(ColourEncoding.Srgb, target, hasOriginal ? original : null, backdrop: 0.5f, dither: true).Encode(image, 2, TestContext.Current.CancellationToken);
        for (int i = 0; i < changed.Length; i++)
        {
            int x = i % width, y = i / width;
            byte[] expected = hasOriginal && !changed[i]
                ? original.Row8(y).Slice(x * channels, channels).ToArray()
                : Bytes(image[x, y], channels, OrderedDither.Row(y)[x % OrderedDither.Size]);
            Assert.Equal(expected, target.Row8(y).Slice(x * channels, channels).ToArray());
        }
    }

    private static byte[] Bytes(Vector4 pixel, int channels, int offset)
    {
        float alpha = pixel.W;
        if (alpha != 1)
            pixel = channels == 3 ? pixel + new Vector4((1 - alpha) * 0.5f) : alpha == 0 ? Vector4.Zero : new Vector4(pixel.X / alpha, pixel.Y / alpha, pixel.Z / alpha, alpha);
        byte[] bytes = new byte[channels];
        for (int c = 0; c < 3; c++)
            bytes[c] = (byte)OrderedDither.Quantise(ToneCurve.Srgb.Encoder16.Encode(pixel[c]), offset);
        if (channels == 4)
            bytes[3] = (byte)(int)((alpha * 255) + 0.5f);
        return bytes;
    }
}
