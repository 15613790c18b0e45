using NetVips;

namespace GenRefocus.Imaging.Tests;

public class PhoneFormatTests
{
    // 60 × 40 pixels, red, with a blue square of 10 × 10 at the stored upper left; lossless JPEG XL, made with libjxl.
    private const string JxlUpright = "FF0A0941240800010080004B188B1500D4988FC1C80B8400104889002048E0DF9F37B20D10E3AFFEC5D019";

    // The same with orientation 6 in the codestream.
    private const string JxlRotated90 = "FF0A092D10130800010080004B188B1500D4988FC1C80B8400104889002048E0DF9F37B20D10E3AFFEC5D019";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Jpeg_xl_is_turned_upright_once()
    {
        SkipWithoutMagick();
        using Photo upright = Read(Convert.FromHexString(JxlUpright));
        Assert.Equal((60, 40, 3, 8, PictureFormat.JpegXl), (upright.Width, upright.Height, upright.Samples.Channels, upright.BitDepth, upright.Format));
        Assert.Equal([0, 0, 255], upright.Samples.Row8(2).Slice(2 * 3, 3).ToArray());
        Assert.Equal([255, 0, 0], upright.Samples.Row8(2).Slice(57 * 3, 3).ToArray());
        using Photo turned = Read(Convert.FromHexString(JxlRotated90));
        Assert.Equal((40, 60), (turned.Width, turned.Height));
        Assert.Equal([255, 0, 0], turned.Samples.Row8(2).Slice(2 * 3, 3).ToArray());
        Assert.Equal([0, 0, 255], turned.Samples.Row8(2).Slice(37 * 3, 3).ToArray());
    }

    [Fact]
    public void A_jpeg_xl_over_the_limit_or_cut_short_is_refused()
    {
        SkipWithoutMagick();
        byte[] file = Convert.FromHexString(JxlUpright);
        var large = Assert.Throws<PictureException>(() => PhotoReader.Read(new MemoryStream(file), new PhotoReadOptions { MaxPixels = 2399 }, Token));
        Assert.Equal(PictureErrorKind.TooLarge, large.Kind);
        for (int length = 2; length < file.Length - 1; length += 4)
        {
            var cut = Assert.Throws<PictureException>(() => Read(file[..length]));
            Assert.Equal(PictureErrorKind.Unreadable, cut.Kind);
            Assert.DoesNotContain("@", cut.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_of_imagemagick_is_loaded_before_a_file_needs_it()
    {
        SkipWithoutMagick();
        using var folder = new TemporaryFolder();
        using LinearImage image = TestPictures.Gradient(50, 40);
        PhotoWriter.Write(image, null, folder.Path("a.jpg"), null, Token);
        File.WriteAllBytes(folder.Path("a.jxl"), Convert.FromHexString(JxlUpright));

        // A second copy of the product in this process: what other tests have loaded does not count.
        var isolated = new IsolatedProduct();
        isolated.ReadPhoto(folder.Path("a.jpg"));
        Assert.DoesNotContain(isolated.Assemblies, IsMagick);
        isolated.ReadPhoto(folder.Path("a.jxl"));
        Assert.Contains(isolated.Assemblies, IsMagick);

        static bool IsMagick(System.Reflection.Assembly assembly) => assembly.GetName().Name!.StartsWith("Magick", StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_library_is_told_from_a_damaged_file()
    {
        Assert.True(MagickReader.IsMissing(new TypeInitializationException("x", new DllNotFoundException())));
        Assert.True(MagickReader.IsMissing(new FileNotFoundException()));
        Assert.True(MagickReader.IsMissing(new BadImageFormatException()));
        Assert.False(MagickReader.IsMissing(new InvalidOperationException()));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    public void Avif_is_read_with_its_metadata_and_turned_once(int bits)
    {
        byte[] icc = IccSample.Rgb(IccSample.Gamma(2.2));
        byte[] exif = new ExifSample(true) { Orientation = 6, Width = 64, Height = 48 }.Build();
        using Photo photo = Read(Avif(bits, exif, icc));
        // The writer turns an EXIF orientation into a property of the container as well.
        Assert.Equal((48, 64, 3, bits == 8 ? 8 : 16, PictureFormat.Avif), (photo.Width, photo.Height, photo.Samples.Channels, photo.BitDepth, photo.Format));
        Assert.Empty(photo.Warnings);
        Assert.Equal(icc, photo.Metadata.Icc);
        Assert.Equal("Model 7", photo.Capture.Model);
        double scale = bits == 8 ? 1 : 257;
        double above = bits == 8 ? photo.Samples.Row8(20)[30] : photo.Samples.Row16(20)[30];
        double below = bits == 8 ? photo.Samples.Row8(50)[30] : photo.Samples.Row16(50)[30];
        Assert.InRange(above / scale, 40 - 6, 40 + 6);
        Assert.InRange(below / scale, 200 - 6, 200 + 6);
        Assert.Equal(new SubjectArea(36, 16, 4, 8), photo.Capture.UprightSubjectArea);
        Assert.Equal(PictureFormat.Jpeg == PhotoWriter.FormatFor(photo), bits == 8);

        using LinearImage image = photo.ToLinear(1, Token);
        Assert.Equal(ExifOrientation.Rotated90, photo.Metadata.Orientation);
        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = PictureFormat.Jpeg });
        Assert.Equal(ExifOrientation.Upright, back.Metadata.Orientation);
        Assert.Equal("Model 7", back.Capture.Model);
    }

    [Fact]
    public void A_damaged_avif_is_refused_or_read_with_a_warning()
    {
        byte[] file = Avif(8, null, null);
        for (int length = 24; length < file.Length; length += 40)
        {
            try
            {
                using Photo photo = Read(file[..length]);
                Assert.NotEmpty(photo.Warnings);
            }
            catch (PictureException e)
            {
                Assert.Equal(PictureErrorKind.Unreadable, e.Kind);
            }
        }
    }

    [Theory]
    [InlineData("heic", "heic", PictureFormat.Heic)]
    [InlineData("mif1", "heic", PictureFormat.Heic)]
    [InlineData("mif1", "avif", PictureFormat.Avif)]
    [InlineData("avif", "mif1", PictureFormat.Avif)]
    public void Brands_tell_heic_from_avif(string major, string compatible, PictureFormat expected)
    {
        byte[] head = [0, 0, 0, 20, .. "ftyp"u8, .. System.Text.Encoding.ASCII.GetBytes(major), 0, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(compatible)];
        Assert.Equal(expected, FormatSniffer.Detect(head));
    }

    [Fact]
    public void Formats_that_are_only_read_are_not_written()
    {
        using LinearImage image = TestPictures.Gradient(2, 2);
        using var stream = new MemoryStream();
        foreach (PictureFormat format in Enum.GetValues<PictureFormat>().Except(PhotoWriter.Formats))
            Assert.Throws<ArgumentOutOfRangeException>(() => PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = format }, Token));
    }

    [Fact]
    public void Every_camera_original_opens_upright_and_keeps_its_exif()
    {
        string? folder = SharedData.Find("data/exif");
        Assert.SkipWhen(folder is null, "The shared data folder is not here.");
        string[] paths = [.. Directory.EnumerateFiles(folder, "jpg__*"), .. MagickIsHere ? Directory.EnumerateFiles(folder, "heic__*") : []];
        foreach (string path in paths)
        {
            using Photo photo = PhotoReader.Read(path, null, Token);
            Assert.Empty(photo.Warnings);
            if (path.Contains("heic__", StringComparison.Ordinal))
            {
                Assert.Equal(PictureFormat.Heic, photo.Format);
                Assert.Equal(path.Contains("cheers", StringComparison.Ordinal) ? (1440, 960) : (3024, 4032), (photo.Width, photo.Height));
                Assert.Equal(path.Contains("cheers", StringComparison.Ordinal), photo.Metadata.Exif is null);
            }
            else
            {
                bool swapped = photo.Metadata.Orientation.SwapsSides();
                Assert.Equal(swapped ? (photo.Height, photo.Width) : (photo.Width, photo.Height), (photo.Metadata.SensorWidth, photo.Metadata.SensorHeight));
            }

            using LinearImage image = TestPictures.Gradient(20, 10);
            using var small = new Photo(TestPictures.Noise(20, 10, 3, 8), photo.Format, photo.Encoding, photo.Metadata);
            using Photo back = TestPictures.RoundTrip(image, small, new PhotoWriteOptions { Format = PictureFormat.Jpeg });
            Assert.Equal(ExifOrientation.Upright, back.Metadata.Orientation);
            Assert.Equal((photo.Capture.Make, photo.Capture.Model, photo.Capture.Taken), (back.Capture.Make, back.Capture.Model, back.Capture.Taken));
            Assert.Equal(photo.Metadata.Icc, back.Metadata.Icc);
        }
    }

    private static bool MagickIsHere => AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string folders
        && folders.Split(Path.PathSeparator).Append(AppContext.BaseDirectory).Any(f => Directory.Exists(f) && Directory.EnumerateFiles(f, "Magick.Native*").Any());

    private static void SkipWithoutMagick() => Assert.SkipUnless(MagickIsHere, "There is no ImageMagick for this system.");

    private static Photo Read(byte[] file) => PhotoReader.Read(new MemoryStream(file), null, Token);

    private static byte[] Avif(int bits, byte[]? exif, byte[]? icc)
    {
        int maximum = bits == 8 ? 255 : 65535;
        using Image black = Image.Black(32, 48).Cast(bits == 8 ? Enums.BandFormat.Uchar : Enums.BandFormat.Ushort);
        using Image left = black.NewFromImage(40.0 / 255 * maximum, 80.0 / 255 * maximum, 120.0 / 255 * maximum);
        using Image right = black.NewFromImage(200.0 / 255 * maximum, 80.0 / 255 * maximum, 20.0 / 255 * maximum);
        using Image both = left.Join(right, Enums.Direction.Horizontal)
            .Copy(interpretation: bits == 8 ? Enums.Interpretation.Srgb : Enums.Interpretation.Rgb16);
        using Image tagged = both.Mutate(mutable =>
        {
            if (exif is not null)
                mutable.Set(GValue.BlobType, "exif-data", (byte[])[.. "Exif\0\0"u8, .. exif]);
            if (icc is not null)
                mutable.Set(GValue.BlobType, "icc-profile-data", icc);
        });
        return tagged.HeifsaveBuffer(q: 90, bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1, effort: 0, subsampleMode: Enums.ForeignSubsample.Off);
    }
}
