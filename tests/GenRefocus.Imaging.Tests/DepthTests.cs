using CsCheck;
using NetVips;

namespace GenRefocus.Imaging.Tests;

public class DepthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Sixteen_bits_come_back_exactly()
    {
        using var plane = new Plane<float>(300, 220);
        for (int y = 0; y < 220; y++)
        {
            for (int x = 0; x < 300; x++)
                plane[x, y] = ((y * 300) + x) % 65536 / 65535f;
        }

        using var stream = new MemoryStream();
        DepthWriter.WritePng16(plane, stream, 2, Token);
        stream.Position = 0;
        using DepthFile back = DepthReader.Read(stream, null, Token);
        Assert.Equal(DepthSampleKind.Integer16, back.Kind);
        Assert.False(back.SaysMetres);
        for (int y = 0; y < 220; y++)
        {
            for (int x = 0; x < 300; x++)
                Assert.Equal(((y * 300) + x) % 65536, back.Values[x, y]);
        }
    }

    [Fact]
    public void Values_outside_and_no_numbers_are_clamped()
    {
        using var plane = new Plane<float>(4, 1);
        ((float[])[-1, 2, float.NaN, 0.5f]).CopyTo(plane.Row(0));
        using var stream = new MemoryStream();
        DepthWriter.WritePng16(plane, stream, 1, Token);
        stream.Position = 0;
        using DepthFile back = DepthReader.Read(stream, null, Token);
        Assert.Equal([0, 65535, 0, 32768], back.Values.Row(0).ToArray());
    }

    [Fact]
    public void Metres_come_back_bit_for_bit_with_their_unit() =>
        Gen.Float.Array[1, 50].Sample(values =>
        {
            using var plane = new Plane<float>(values.Length, 2);
            values.CopyTo(plane.Row(0));
            values.CopyTo(plane.Row(1));
            using var stream = new MemoryStream();
            DepthWriter.WriteMetresTiff(plane, stream, 1);
            stream.Position = 0;
            using DepthFile back = DepthReader.Read(stream);
            Assert.Equal(DepthSampleKind.Float, back.Kind);
            Assert.True(back.SaysMetres);
            for (int x = 0; x < values.Length; x++)
                Assert.Equal(BitConverter.SingleToInt32Bits(values[x]), BitConverter.SingleToInt32Bits(back.Values[x, 1]));
        }, iter: 20);

    [Fact]
    public void Eight_bits_equal_channels_and_alpha_are_accepted_and_colour_refused()
    {
        using Image noise = Image.Gaussnoise(32, 24, mean: 128, sigma: 60).Cast(Enums.BandFormat.Uchar);
        using Image grey = noise.Copy(interpretation: Enums.Interpretation.Bw);
        using Image equal = noise.Bandjoin(noise, noise).Copy(interpretation: Enums.Interpretation.Srgb);
        using Image alpha = equal.Bandjoin(128);
        foreach (Image image in (Image[])[grey, equal, alpha])
        {
            using DepthFile depth = DepthReader.Read(new MemoryStream(image.PngsaveBuffer()), null, Token);
            Assert.Equal(DepthSampleKind.Integer8, depth.Kind);
            Assert.Equal(noise[5, 7][0], depth.Values[5, 7]);
        }

        using Image colour = noise.Bandjoin(noise, noise.Invert()).Copy(interpretation: Enums.Interpretation.Srgb);
        var error = Assert.Throws<PictureException>(() => DepthReader.Read(new MemoryStream(colour.PngsaveBuffer()), null, Token));
        Assert.Equal(PictureErrorKind.Unsupported, error.Kind);
    }

    [Fact]
    public void Floats_without_a_unit_are_no_metres()
    {
        using Image floats = Image.Gaussnoise(32, 24, mean: 0.5, sigma: 0.1);
        using DepthFile depth = DepthReader.Read(new MemoryStream(floats.TiffsaveBuffer()), null, Token);
        Assert.Equal(DepthSampleKind.Float, depth.Kind);
        Assert.False(depth.SaysMetres);
        Assert.Equal((float)floats[3, 4][0], depth.Values[3, 4]);
    }

    [Fact]
    public void The_map_gets_lighter_step_by_step_and_equal_steps_look_equal()
    {
        double previous = -1;
        var lightness = new List<double>();
        for (int i = 0; i < DepthColourMap.Count; i++)
        {
            ReadOnlySpan<byte> c = DepthColourMap.Colours.Slice(3 * i, 3);
            double y = (0.2126 * SrgbTransfer.ToLinear(c[0] / 255.0)) + (0.7152 * SrgbTransfer.ToLinear(c[1] / 255.0)) + (0.0722 * SrgbTransfer.ToLinear(c[2] / 255.0));
            double l = (116 * Math.Cbrt(y)) - 16;
            lightness.Add(l);
            Assert.True(l > previous - 0.4, $"step {i}");
            previous = l;
        }

        for (int i = 0; i + 64 < lightness.Count; i += 32)
            Assert.InRange(lightness[i + 64] - lightness[i], 12, 28);
    }

    [Fact]
    public void A_coloured_depth_picture_is_an_rgb_png()
    {
        using var plane = new Plane<float>(3, 1);
        ((float[])[0, 1, float.NaN]).CopyTo(plane.Row(0));
        using var folder = new TemporaryFolder();
        DepthWriter.WriteColourPng(plane, folder.Path("a.png"), 1, Token);
        using Photo photo = PhotoReader.Read(folder.Path("a.png"), null, Token);
        Assert.Equal(DepthColourMap.Colours[..3], photo.Samples.Row8(0)[..3]);
        Assert.Equal(DepthColourMap.Colours[^3..], photo.Samples.Row8(0).Slice(3, 3));
        Assert.Equal(DepthColourMap.Colours[..3], photo.Samples.Row8(0).Slice(6, 3));
    }
}
