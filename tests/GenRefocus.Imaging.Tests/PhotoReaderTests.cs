using NetVips;

namespace GenRefocus.Imaging.Tests;

public class PhotoReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_missing_file_a_folder_and_a_text_are_told_apart()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("does not exist", Refused(PictureErrorKind.Unreadable, folder.Path("none.jpg")), StringComparison.Ordinal);
        Assert.Contains("folder", Refused(PictureErrorKind.Unreadable, folder.Root), StringComparison.Ordinal);
        File.WriteAllText(folder.Path("a.jpg"), "no picture");
        Assert.Contains("no picture that is known", Refused(PictureErrorKind.Unsupported, folder.Path("a.jpg")), StringComparison.Ordinal);
        File.WriteAllBytes(folder.Path("b.jpg"), []);
        Assert.Contains("an empty file", Refused(PictureErrorKind.Unsupported, folder.Path("b.jpg")), StringComparison.Ordinal);
        File.WriteAllBytes(folder.Path("c.jpg"), [0, 0, 0, 24, .. "ftypmp42"u8]);
        Assert.Contains("JPEG XL can be read", Refused(PictureErrorKind.Unsupported, folder.Path("c.jpg")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_read_as_far_as_it_goes_with_a_warning_or_refused()
    {
        using LinearImage image = TestPictures.Gradient(300, 200);
        foreach (PictureFormat format in PhotoWriter.Formats)
        {
            using var stream = new MemoryStream();
            PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = format, TiffDeflate = false }, Token);
            byte[] file = stream.ToArray();
            for (int part = 0; part < 10; part++)
            {
                byte[] cut = file[..(12 + ((file.Length - 13) * part / 9))];
                try
                {
                    using Photo photo = PhotoReader.Read(new MemoryStream(cut), null, Token);
                    Assert.True(photo.Warnings.Count > 0 || part == 9, $"{format} {part}");
                }
                catch (PictureException e)
                {
                    Assert.Equal(PictureErrorKind.Unreadable, e.Kind);
                }
            }
        }
    }

    [Fact]
    public void Damaged_files_never_throw_anything_else()
    {
        var random = new Random(5);
        using Photo source = TestPictures.Photo(
            TestPictures.Noise(40, 30, 3, 8), new PhotoMetadata { Exif = new ExifSample(true).Build(), Icc = IccSample.Rgb(IccSample.Gamma(2)) });
        using LinearImage image = TestPictures.Gradient(40, 30);
        foreach (PictureFormat format in PhotoWriter.Formats)
        {
            using var stream = new MemoryStream();
            PhotoWriter.Write(image, source, stream, new PhotoWriteOptions { Format = format }, Token);
            for (int i = 0; i < 60; i++)
            {
                byte[] file = stream.ToArray();
                for (int k = 0; k < 4; k++)
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                try
                {
                    using Photo photo = PhotoReader.Read(new MemoryStream(file), new PhotoReadOptions { MaxPixels = 10_000_000 }, Token);
                    using LinearImage linear = photo.ToLinear(1, Token);
                }
                catch (PictureException)
                {
                    // Refused, as it should be.
                }
            }
        }
    }

    [Fact]
    public void A_picture_over_the_limit_is_refused_by_its_header()
    {
        using LinearImage image = TestPictures.Gradient(50, 40);
        using var stream = new MemoryStream();
        PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = PictureFormat.Png }, Token);
        stream.Position = 0;
        var error = Assert.Throws<PictureException>(() => PhotoReader.Read(stream, new PhotoReadOptions { MaxPixels = 1999 }, Token));
        Assert.Equal(PictureErrorKind.TooLarge, error.Kind);
        stream.Position = 0;
        using Photo photo = PhotoReader.Read(stream, new PhotoReadOptions { MaxPixels = 2000 }, Token);
        Assert.Equal(50, photo.Width);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read()
    {
        using LinearImage image = TestPictures.Gradient(50, 40);
        using var stream = new MemoryStream();
        PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = PictureFormat.Jpeg }, Token);
        stream.Position = 0;
        using var buffered = new BufferedStream(new ForwardOnlyStream(stream));
        using Photo photo = PhotoReader.Read(buffered, null, Token);
        Assert.Equal((50, 40), (photo.Width, photo.Height));
    }

    [Fact]
    public void A_cancelled_reading_throws()
    {
        using LinearImage image = TestPictures.Gradient(50, 40);
        using var stream = new MemoryStream();
        PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = PictureFormat.Jpeg }, Token);
        stream.Position = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => PhotoReader.Read(stream, null, new CancellationToken(true)));
    }

    [Fact]
    public void Palettes_bitmaps_and_cmyk_become_grey_or_rgb()
    {
        using Image noise = Image.Gaussnoise(32, 24, mean: 128, sigma: 60).Cast(Enums.BandFormat.Uchar);
        using Image colour = noise.Bandjoin(noise, noise).Copy(interpretation: Enums.Interpretation.Srgb);
        Check(colour.PngsaveBuffer(palette: true), 3, 8);
        Check(noise.Copy(interpretation: Enums.Interpretation.Bw).PngsaveBuffer(bitdepth: 1), 1, 8);
        Check(noise.Copy(interpretation: Enums.Interpretation.Bw).TiffsaveBuffer(bitdepth: 1), 1, 8);

        using Image cmyk = noise.Bandjoin(noise, noise, noise).Copy(interpretation: Enums.Interpretation.Cmyk);
        foreach (byte[] file in (byte[][])[cmyk.JpegsaveBuffer(), cmyk.TiffsaveBuffer()])
        {
            using Photo photo = PhotoReader.Read(new MemoryStream(file), null, Token);
            Assert.Equal(3, photo.Samples.Channels);
            Assert.Null(photo.Metadata.Icc);
            Assert.Contains("CMYK", Assert.Single(photo.Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lab_tiffs_are_converted_and_float_tiffs_refused()
    {
        using Image grey = Image.Gaussnoise(32, 24, mean: 0.5, sigma: 0.1);
        var error = Assert.Throws<PictureException>(() => PhotoReader.Read(new MemoryStream(grey.TiffsaveBuffer()), null, Token));
        Assert.Equal(PictureErrorKind.Unsupported, error.Kind);

        using Image lab = grey.Cast(Enums.BandFormat.Uchar).Bandjoin(grey, grey).Copy(interpretation: Enums.Interpretation.Srgb).Colourspace(Enums.Interpretation.Lab);
        using Photo photo = PhotoReader.Read(new MemoryStream(lab.TiffsaveBuffer()), null, Token);
        Assert.Equal(3, photo.Samples.Channels);
        Assert.Single(photo.Warnings);
    }

    private static void Check(byte[] file, int channels, int bitDepth)
    {
        using Photo photo = PhotoReader.Read(new MemoryStream(file), null, Token);
        Assert.Equal((channels, bitDepth), (photo.Samples.Channels, photo.BitDepth));
        Assert.Empty(photo.Warnings);
    }

    private static string Refused(PictureErrorKind kind, string path)
    {
        var error = Assert.Throws<PictureException>(() => PhotoReader.Read(path, null, Token));
        Assert.Equal(kind, error.Kind);
        return error.Message;
    }
}
