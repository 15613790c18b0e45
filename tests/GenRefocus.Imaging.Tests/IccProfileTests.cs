using System.Numerics;
using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class IccProfileTests
{
    [Fact]
    public void Every_kind_of_curve_is_read()
    {
        AssertCurve(IccSample.Curve(), x => x);
        AssertCurve(IccSample.Gamma(2.19921875), x => Math.Pow(x, 2.19921875));
        AssertCurve(IccSample.Curve(0, 16384, 65535), x => x < 0.5 ? x * 16384 / 65535 * 2 : (16384 + ((x - 0.5) * 2 * (65535 - 16384))) / 65535);
        AssertCurve(IccSample.Parametric(0, 1.8), x => Math.Pow(x, 1.8));
        AssertCurve(IccSample.Parametric(1, 2, 0.9, 0.1), x => Math.Pow((0.9 * x) + 0.1, 2));
        AssertCurve(IccSample.Parametric(2, 2, 0.9, 0, 0.1), x => Math.Pow(0.9 * x, 2) + 0.1);
        AssertCurve(IccSample.Parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045), SrgbTransfer.ToLinear);
        AssertCurve(IccSample.Parametric(4, 2, 1, 0, 0.5, 0.25, 0, 0), x => x < 0.25 ? 0.5 * x : x * x);
    }

    [Fact]
    public void Profiles_that_are_damaged_or_built_on_tables_have_no_curves()
    {
        Assert.Null(IccProfile.ReadEncoding(IccSample.LookUpTables()));
        Assert.Null(IccProfile.ReadEncoding([]));
        Assert.Null(IccProfile.ReadEncoding(IccSample.Rgb(IccSample.Curve(65535, 0))));
        Assert.Null(IccProfile.ReadEncoding(IccSample.Rgb(IccSample.Parametric(9, 1))));
        Gen.Byte.Array[0, 400].Sample(bytes => IccProfile.ReadEncoding(bytes));
        byte[] sound = IccSample.Rgb(IccSample.Gamma(2.2));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            byte[] damaged = [.. sound];
            foreach ((int at, byte value) in changes)
                damaged[at] = value;
            if (IccProfile.ReadEncoding(damaged) is { } encoding)
                Assert.True(float.IsFinite(encoding.Red.Decode8[200]));
        });
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Untouched_pixels_of_a_wide_gamut_picture_come_back_as_they_were_with_its_profile(int bitDepth)
    {
        byte[] icc = IccSample.Rgb(IccSample.Gamma(2.19921875));
        foreach (PictureFormat format in (PictureFormat[])[PictureFormat.Png, PictureFormat.Tiff, PictureFormat.WebP])
        {
            if (bitDepth == 16 && format == PictureFormat.WebP)
                continue;
            using Photo first = Write(TestPictures.Noise(33, 21, 3, bitDepth), icc, format);
            Assert.Equal(icc, first.Metadata.Icc);
            Assert.Equal(Math.Pow(0.5, 2.19921875), first.Encoding.Red.ToLinear(0.5), 1e-9);
            using LinearImage image = first.ToLinear(2, TestContext.Current.CancellationToken);
            image[4, 5] = new Vector4(0.5f, 0.25f, 0.125f, 1);

            using Photo back = TestPictures.RoundTrip(image, first, new PhotoWriteOptions { Format = format, Lossless = true });

            Assert.Equal(icc, back.Metadata.Icc);
            using LinearImage again = back.ToLinear(1, TestContext.Current.CancellationToken);
            double step = 1.0 / ((1 << bitDepth) - 1);
            Assert.InRange(Math.Abs(Math.Pow(again[4, 5].X, 1 / 2.19921875) - Math.Pow(0.5, 1 / 2.19921875)), 0, step);
            again[4, 5] = image[4, 5];
            for (int y = 0; y < image.Height; y++)
                Assert.True(image.Row(y).SequenceEqual(again.Row(y)));
        }
    }

    [Fact]
    public void Channels_with_different_curves_are_kept_apart()
    {
        byte[] icc = IccSample.Rgb(IccSample.Gamma(1), IccSample.Gamma(2), IccSample.Gamma(3));
        using Photo photo = Write(TestPictures.Noise(16, 16, 3, 16), icc, PictureFormat.Png);
        using LinearImage image = photo.ToLinear(1, TestContext.Current.CancellationToken);
        Span<ushort> row = photo.Samples.Row16(3);
        Assert.Equal(row[0] / 65535.0, image[0, 3].X, 1e-6);
        Assert.Equal(Math.Pow(row[1] / 65535.0, 2), image[0, 3].Y, 1e-6);
        Assert.Equal(Math.Pow(row[2] / 65535.0, 3), image[0, 3].Z, 1e-6);
        // Without the photo's own integers, the encoder alone has to find them.
        using var target = new SampleImage(16, 16, 3, 16);
        new SampleEncoder(photo.Encoding, target, null, 1, true).Encode(image, 2, TestContext.Current.CancellationToken);
        Assert.True(TestPictures.Same(photo.Samples, target));
    }

    [Fact]
    public void A_profile_built_on_tables_is_kept_too()
    {
        byte[] icc = IccSample.LookUpTables();
        using Photo photo = Write(TestPictures.Noise(9, 7, 3, 8), icc, PictureFormat.Png);
        using LinearImage image = photo.ToLinear(1, TestContext.Current.CancellationToken);
        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = PictureFormat.Tiff });
        Assert.Equal(icc, back.Metadata.Icc);
        Assert.True(TestPictures.Same(photo.Samples, back.Samples));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void A_grey_profile_stays_with_a_grey_picture_and_goes_when_it_gets_colour(int bitDepth)
    {
        byte[] icc = IccSample.Grey(IccSample.Gamma(1.8));
        foreach (PictureFormat format in (PictureFormat[])[PictureFormat.Png, PictureFormat.Tiff])
        {
            using Photo photo = Write(TestPictures.Noise(9, 7, 1, bitDepth), icc, format);
            Assert.True(photo.IsGrey);
            Assert.Equal(icc, photo.Metadata.Icc);
            using LinearImage image = photo.ToLinear(1, TestContext.Current.CancellationToken);
            using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = format });
            Assert.Equal(icc, back.Metadata.Icc);
            Assert.True(TestPictures.Same(photo.Samples, back.Samples));

            image[0, 0] = new Vector4(1, 0, 0, 1);
            using Photo coloured = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = format });
            Assert.False(coloured.IsGrey);
            Assert.Null(coloured.Metadata.Icc);
            using LinearImage again = coloured.ToLinear(1, TestContext.Current.CancellationToken);
            Assert.Equal(SrgbTransfer.FromLinear(image[5, 5].X), SrgbTransfer.FromLinear(again[5, 5].X), 1 / 250.0);
        }
    }

    [Fact]
    public void A_profile_of_another_kind_of_picture_is_left_out()
    {
        byte[] icc = IccSample.Grey(IccSample.Gamma(1.8));
        byte[] file = VipsEncoder.Encode(
            TestPictures.Noise(8, 8, 3, 8), PictureFormat.Jpeg, new PhotoWriteOptions(), PhotoMetadata.None, TestContext.Current.CancellationToken);
        byte[] segment = [0xFF, 0xE2, (byte)((icc.Length + 16) >> 8), (byte)(icc.Length + 16), .. "ICC_PROFILE\0"u8, 1, 1, .. icc];
        byte[] tagged = [.. file[..2], .. segment, .. file[2..]];
        using Photo photo = PhotoReader.Read(new MemoryStream(tagged), null, TestContext.Current.CancellationToken);
        Assert.Null(photo.Metadata.Icc);
        Assert.Same(ColourEncoding.Srgb, photo.Encoding);
    }

    private static Photo Write(SampleImage samples, byte[] icc, PictureFormat format)
    {
        byte[] file = VipsEncoder.Encode(
            samples, format, new PhotoWriteOptions { Lossless = true }, new PhotoMetadata { Icc = icc }, TestContext.Current.CancellationToken);
        return PhotoReader.Read(new MemoryStream(file), null, TestContext.Current.CancellationToken);
    }

    private static void AssertCurve(byte[] tag, Func<double, double> expected)
    {
        ToneCurve curve = IccProfile.ReadEncoding(IccSample.Rgb(tag))!.Green;
        for (double x = 0; x <= 1; x += 1 / 64.0)
            Assert.Equal(expected(x), curve.ToLinear(x), 1e-4);
    }
}
