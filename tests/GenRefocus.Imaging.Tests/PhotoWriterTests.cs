using System.Numerics;

namespace GenRefocus.Imaging.Tests;

public class PhotoWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_replaces_the_old_one_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        using LinearImage image = TestPictures.Gradient(20, 10);
        File.WriteAllText(folder.Path("a.png"), "old");
        PhotoWriter.Write(image, null, folder.Path("a.png"), null, Token);
        Assert.Equal(["a.png"], folder.Names());
        using Photo photo = PhotoReader.Read(folder.Path("a.png"), null, Token);
        Assert.Equal(PictureFormat.Png, photo.Format);
    }

    [Fact]
    public void A_failed_or_cancelled_write_leaves_the_old_file_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("a.webp"), "old");
        using LinearImage wide = new(VipsEncoder.MaxWebpSide + 1, 1);
        wide.Fill(Vector4.One);
        var error = Assert.Throws<PictureException>(() => PhotoWriter.Write(wide, null, folder.Path("a.webp"), null, Token));
        Assert.Equal(PictureErrorKind.NotWritable, error.Kind);
        using LinearImage image = TestPictures.Gradient(20, 10);
        Assert.ThrowsAny<OperationCanceledException>(() => PhotoWriter.Write(image, null, folder.Path("a.webp"), null, new CancellationToken(true)));
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(folder.Path("a.webp"), _ => throw new InvalidOperationException(), Token));
        Assert.Equal(["a.webp"], folder.Names());
        Assert.Equal("old", File.ReadAllText(folder.Path("a.webp")));
    }

    [Fact]
    public void Places_that_cannot_be_written_are_named()
    {
        using var folder = new TemporaryFolder();
        using LinearImage image = TestPictures.Gradient(20, 10);
        foreach (string path in (string[])[folder.Path("none/a.png"), folder.Path("a.xyz"), folder.Path("a")])
            Assert.Equal(PictureErrorKind.NotWritable, Assert.Throws<PictureException>(() => PhotoWriter.Write(image, null, path, null, Token)).Kind);
        Directory.CreateDirectory(folder.Path("d.png"));
        Assert.Equal(PictureErrorKind.NotWritable, Assert.Throws<PictureException>(() => PhotoWriter.Write(image, null, folder.Path("d.png"), null, Token)).Kind);
        Assert.Equal(["d.png"], folder.Names());
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        using LinearImage image = TestPictures.Gradient(2, 2);
        using var stream = new MemoryStream();
        var options = new PhotoWriteOptions { Format = PictureFormat.Jpeg };
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoWriter.Write(image, null, stream, options with { Quality = 0 }, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoWriter.Write(image, null, stream, options with { Quality = 101 }, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoWriter.Write(image, null, stream, options with { BitDepth = 12 }, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoWriter.Write(image, null, stream, options with { Threads = 0 }, Token));
        Assert.Throws<ArgumentException>(() => PhotoWriter.Write(image, null, stream, options with { Format = null }, Token));
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(16, 16)]
    [InlineData(8, 16)]
    public void Changed_pixels_are_the_nearest_codes_and_the_others_stay(int from, int to)
    {
        using Photo photo = TestPictures.Photo(TestPictures.Noise(40, 30, 4, from));
        using LinearImage image = photo.ToLinear(2, Token);
        image[3, 4] = new Vector4(0.3f, 0.2f, 0.1f, 0.5f);
        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = PictureFormat.Png, BitDepth = to, Dither = false });
        double maximum = (1 << to) - 1;
        int[] pixel = to == 8 ? [.. back.Samples.Row8(4).Slice(12, 4).ToArray()] : [.. back.Samples.Row16(4).Slice(12, 4).ToArray()];
        Assert.Equal(Math.Round(SrgbTransfer.FromLinear(0.3f / 0.5f) * maximum), pixel[0]);
        Assert.Equal(Math.Round(SrgbTransfer.FromLinear(0.2f / 0.5f) * maximum), pixel[1]);
        Assert.Equal(Math.Round(0.5 * maximum, MidpointRounding.AwayFromZero), pixel[3]);
        using LinearImage again = back.ToLinear(1, Token);
        for (int y = 5; y < 30; y++)
        {
            for (int x = 0; x < 40; x++)
                Assert.True(Vector4.Distance(image[x, y], again[x, y]) < 1e-6);
        }
    }

    [Fact]
    public void Colour_under_transparent_pixels_survives()
    {
        using SampleImage samples = TestPictures.Noise(8, 8, 4, 8);
        for (int x = 0; x < 8; x++)
            samples.Row8(2)[(4 * x) + 3] = 0;
        using Photo photo = TestPictures.Photo(samples);
        using LinearImage image = photo.ToLinear(1, Token);
        image[0, 0] = Vector4.One;
        foreach (PictureFormat format in (PictureFormat[])[PictureFormat.Png, PictureFormat.Tiff, PictureFormat.WebP])
        {
            using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = format, Lossless = true });
            Assert.Equal(samples.Row8(2), back.Samples.Row8(2));
        }
    }

    [Fact]
    public void Jpeg_lays_transparent_pixels_over_white()
    {
        using Photo photo = TestPictures.Photo(TestPictures.Noise(16, 16, 4, 8));
        using var image = new LinearImage(16, 16);
        image.Fill(Vector4.Zero);
        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = PictureFormat.Jpeg });
        Assert.Equal(-1, back.Samples.Row8(7).IndexOfAnyExcept((byte)255));
    }

    [Fact]
    public void A_picture_without_a_source_keeps_its_transparency()
    {
        using LinearImage image = TestPictures.Gradient(16, 16);
        image[3, 3] = new Vector4(0.25f, 0.25f, 0.25f, 0.5f);
        using Photo back = TestPictures.RoundTrip(image, null, new PhotoWriteOptions { Format = PictureFormat.Png });
        Assert.True(back.HasAlpha);
        using LinearImage opaque = TestPictures.Gradient(16, 16);
        using Photo second = TestPictures.RoundTrip(opaque, null, new PhotoWriteOptions { Format = PictureFormat.Png });
        Assert.False(second.HasAlpha);
    }

    [Fact]
    public void Jpeg_at_the_default_quality_is_close_and_has_full_chroma()
    {
        using Photo photo = TestPictures.Photo(TestPictures.Noise(64, 64, 3, 8));
        using LinearImage image = TestPictures.Gradient(64, 64);
        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = PictureFormat.Jpeg });
        using LinearImage again = back.ToLinear(1, Token);
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
                Assert.Equal(SrgbTransfer.FromLinear(image[x, y].X), SrgbTransfer.FromLinear(again[x, y].X), 0.035);
        }

        using var stream = new MemoryStream();
        PhotoWriter.Write(image, photo, stream, new PhotoWriteOptions { Format = PictureFormat.Jpeg }, Token);
        byte[] file = stream.ToArray();
        int frame = file.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        // Sampling factors of the three components: 1 × 1 each.
        Assert.Equal(0x11, file[frame + 11]);
        Assert.Equal(0x11, file[frame + 14]);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        using LinearImage image = TestPictures.Gradient(130, 170);
        using Photo photo = TestPictures.Photo(TestPictures.Noise(130, 170, 3, 8));
        byte[][] files = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            using var stream = new MemoryStream();
            PhotoWriter.Write(image, photo, stream, new PhotoWriteOptions { Format = PictureFormat.Png, Threads = threads }, Token);
            return stream.ToArray();
        })];
        Assert.Equal(files[0], files[1]);
        Assert.Equal(files[0], files[2]);
    }

    [Fact]
    public void Numbers_beyond_the_range_and_no_numbers_are_written_as_black_or_white()
    {
        using var image = new LinearImage(8, 1);
        image.Row(0).Fill(new Vector4(float.NaN, float.PositiveInfinity, -3, 1));
        using Photo back = TestPictures.RoundTrip(image, null, new PhotoWriteOptions { Format = PictureFormat.Png });
        Assert.Equal([0, 255, 0], back.Samples.Row8(0)[..3].ToArray());
    }
}
