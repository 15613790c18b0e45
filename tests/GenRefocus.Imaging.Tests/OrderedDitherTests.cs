using System.Numerics;

namespace GenRefocus.Imaging.Tests;

public class OrderedDitherTests
{
    [Fact]
    public void Exact_codes_stay_at_every_position()
    {
        for (int y = 0; y < 8; y++)
        {
            foreach (int offset in OrderedDither.Row(y))
            {
                for (int i = 0; i <= 255; i++)
                    Assert.Equal(i, OrderedDither.Quantise(257 * i, offset));
            }
        }
    }

    [Fact]
    public void The_64_offsets_differ_and_their_mean_is_half_a_level()
    {
        int[] offsets = [.. Enumerable.Range(0, 8).SelectMany(y => OrderedDither.Row(y).ToArray())];
        Assert.Equal(64, offsets.Distinct().Count());
        Assert.All(offsets, o => Assert.InRange(o, 0, 256));
        Assert.Equal(128, offsets.Average(), 0.5);
    }

    [Fact]
    public void The_mean_of_a_tile_is_the_value_and_no_pixel_is_off_by_a_level()
    {
        for (int code = 0; code <= 65535; code += 13)
        {
            double sum = 0;
            for (int y = 0; y < 8; y++)
            {
                foreach (int offset in OrderedDither.Row(y))
                {
                    int quantised = OrderedDither.Quantise(code, offset);
                    Assert.InRange(quantised - (code / 257.0), -1, 1);
                    sum += quantised;
                }
            }

            Assert.Equal(code / 257.0, sum / 64, 1.0 / 64);
        }
    }

    [Fact]
    public void A_slow_gradient_keeps_its_mean_and_a_constant_stays_constant()
    {
        using var image = new LinearImage(64, 64);
        image.Fill(new Vector4(ToneCurve.Srgb.Decode8[100], (float)SrgbTransfer.ToLinear(100.25 / 255), 0, 1));
        using Photo back = TestPictures.RoundTrip(image, null, new PhotoWriteOptions { Format = PictureFormat.Png });
        double sum = 0;
        for (int y = 0; y < 64; y++)
        {
            Span<byte> row = back.Samples.Row8(y);
            for (int x = 0; x < 64; x++)
            {
                Assert.Equal(100, row[3 * x]);
                sum += row[(3 * x) + 1];
            }
        }

        Assert.Equal(100.25, sum / 4096, 0.01);
    }

    [Fact]
    public void Without_dither_every_pixel_is_rounded()
    {
        using var image = new LinearImage(16, 16);
        image.Fill(new Vector4(new Vector3((float)SrgbTransfer.ToLinear(100.25 / 255)), 1));
        using Photo back = TestPictures.RoundTrip(image, null, new PhotoWriteOptions { Format = PictureFormat.Png, Dither = false });
        Assert.Equal(-1, back.Samples.Row8(5).IndexOfAnyExcept((byte)100));
    }
}
