using System.Text;

namespace GenRefocus.Imaging.Tests;

public class MetadataRoundTripTests
{
    private const string Xmp =
        """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6" dc:source="a &amp; b">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Brücke</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """;

    public static TheoryData<PictureFormat, PictureFormat> Pairs
    {
        get
        {
            var data = new TheoryData<PictureFormat, PictureFormat>();
            foreach (PictureFormat from in PhotoWriter.Formats)
            {
                foreach (PictureFormat to in PhotoWriter.Formats)
                    data.Add(from, to);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Exif_xmp_and_profile_survive_from_every_format_to_every_format(PictureFormat from, PictureFormat to)
    {
        byte[] icc = IccSample.Rgb(IccSample.Gamma(2.2));
        foreach (bool littleEndian in (bool[])[true, false])
        {
            var metadata = new PhotoMetadata
            {
                Exif = new ExifSample(littleEndian) { Orientation = 6, Width = 64, Height = 48 }.Build(),
                Xmp = Encoding.UTF8.GetBytes(Xmp),
                Icc = icc,
                SensorWidth = 48,
                SensorHeight = 64,
            };
            using LinearImage image = TestPictures.Gradient(48, 64);
            using Photo made = TestPictures.Photo(TestPictures.Noise(48, 64, 3, 8), metadata);
            using Photo first = TestPictures.RoundTrip(image, made, new PhotoWriteOptions { Format = from });
            using Photo second = TestPictures.RoundTrip(image, first, new PhotoWriteOptions { Format = to, History = new Dictionary<string, string> { ["version"] = "1" } });

            foreach (Photo photo in (Photo[])[first, second])
            {
                Assert.Empty(photo.Warnings);
                Assert.Equal(icc, photo.Metadata.Icc);
                Assert.Equal(ExifOrientation.Upright, photo.Metadata.Orientation);
                AssertCapture(photo.Capture);
                byte[] exif = photo.Metadata.Exif!;
                Assert.Equal(-1, exif.AsSpan().IndexOf((byte[])[0xEE, 0xEE, 0xEE, 0xEE]));
                string xmp = Encoding.UTF8.GetString(photo.Metadata.Xmp!);
                Assert.Contains("Brücke", xmp, StringComparison.Ordinal);
                Assert.Contains("a &amp; b", xmp, StringComparison.Ordinal);
                Assert.Contains("tiff:Orientation=\"1\"", xmp, StringComparison.Ordinal);
                Assert.Equal((48u, 64u), Dimensions(exif));
            }

            bool keepsMakerNote = from != PictureFormat.Tiff && to != PictureFormat.Tiff;
            Assert.Equal(keepsMakerNote, second.Metadata.Exif.AsSpan().IndexOf(Encoding.ASCII.GetBytes(ExifSample.MakerNote)) >= 0);
            Assert.Equal("1", XmpPacket.TryParse(second.Metadata.Xmp)!.Properties["version"]);
        }
    }

    [Fact]
    public void Without_metadata_only_the_profile_goes_along()
    {
        byte[] icc = IccSample.Rgb(IccSample.Gamma(2.2));
        var metadata = new PhotoMetadata { Exif = new ExifSample(true).Build(), Xmp = Encoding.UTF8.GetBytes(Xmp), Icc = icc };
        using LinearImage image = TestPictures.Gradient(16, 16);
        using Photo source = TestPictures.Photo(TestPictures.Noise(16, 16, 3, 8), metadata);
        foreach (PictureFormat format in PhotoWriter.Formats)
        {
            using Photo back = TestPictures.RoundTrip(image, source, new PhotoWriteOptions { Format = format, KeepMetadata = false });
            Assert.Null(back.Metadata.Xmp);
            Assert.Equal(CaptureInfo.Unknown, back.Capture);
            Assert.Equal(icc, back.Metadata.Icc);
        }
    }

    [Fact]
    public void A_history_too_large_for_jpeg_is_left_out_with_a_warning_and_the_old_packet_stays()
    {
        var metadata = new PhotoMetadata { Xmp = Encoding.UTF8.GetBytes(Xmp) };
        using LinearImage image = TestPictures.Gradient(16, 16);
        using Photo source = TestPictures.Photo(TestPictures.Noise(16, 16, 3, 8), metadata);
        var options = new PhotoWriteOptions { Format = PictureFormat.Jpeg, History = new Dictionary<string, string> { ["settings"] = new('x', 70_000) } };
        using var stream = new MemoryStream();
        Assert.Single(PhotoWriter.Write(image, source, stream, options, TestContext.Current.CancellationToken));
        stream.Position = 0;
        using Photo back = PhotoReader.Read(stream, null, TestContext.Current.CancellationToken);
        Assert.Contains("Brücke", Encoding.UTF8.GetString(back.Metadata.Xmp!), StringComparison.Ordinal);

        using Photo png = TestPictures.RoundTrip(image, source, options with { Format = PictureFormat.Png });
        Assert.Equal(70_000, XmpPacket.TryParse(png.Metadata.Xmp)!.Properties["settings"].Length);
    }

    [Fact]
    public void An_exif_block_too_large_for_jpeg_loses_the_makers_note_first()
    {
        ExifTags tags = ExifTags.Read(new ExifSample(true).Build());
        byte[] block = new ExifTags(tags.Primary, [.. tags.Shot, new TiffEntry(TiffTag.MakerNote, 7, 70_000, new byte[70_000])], tags.Gps).ToBlock();
        using LinearImage image = TestPictures.Gradient(16, 16);
        using Photo source = TestPictures.Photo(TestPictures.Noise(16, 16, 3, 8), new PhotoMetadata { Exif = block });
        using var stream = new MemoryStream();
        var options = new PhotoWriteOptions { Format = PictureFormat.Jpeg };
        Assert.Single(PhotoWriter.Write(image, source, stream, options, TestContext.Current.CancellationToken));
        stream.Position = 0;
        using Photo back = PhotoReader.Read(stream, null, TestContext.Current.CancellationToken);
        Assert.Equal("Model 7", back.Capture.Model);
    }

    [Fact]
    public void Exiftool_reads_what_was_written()
    {
        string? tool = ExifTool.Find();
        Assert.SkipWhen(tool is null, "exiftool is not installed.");
        var metadata = new PhotoMetadata { Exif = new ExifSample(false).Build(), Xmp = Encoding.UTF8.GetBytes(Xmp), Icc = IccSample.Rgb(IccSample.Gamma(2.2)) };
        using LinearImage image = TestPictures.Gradient(48, 64);
        using Photo source = TestPictures.Photo(TestPictures.Noise(48, 64, 3, 8), metadata);
        using var folder = new TemporaryFolder();
        foreach (string ending in (string[])["jpg", "png", "tif", "webp"])
        {
            string path = folder.Path("a." + ending);
            Assert.Empty(PhotoWriter.Write(
                image, source, path, new PhotoWriteOptions { History = new Dictionary<string, string> { ["version"] = "1" } }, TestContext.Current.CancellationToken));
            string text = ExifTool.Run(tool, "-n", "-s", "-Model", "-LensModel", "-FNumber", "-GPSLatitude", "-Title", "-Orientation#", "-ProfileClass", "-Warning", "-Error", path);
            Assert.Contains("Model 7", text, StringComparison.Ordinal);
            Assert.Contains("Test Lens 50mm", text, StringComparison.Ordinal);
            Assert.Contains("48.5", text, StringComparison.Ordinal);
            Assert.Contains("Brücke", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Warning", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Error", text, StringComparison.Ordinal);
        }
    }

    private static void AssertCapture(CaptureInfo capture)
    {
        Assert.Equal("Model 7", capture.Model);
        Assert.Equal("Test Lens 50mm", capture.Lens);
        Assert.Equal(50, capture.FocalLength);
        Assert.Equal(35, capture.FocalLength35Mm);
        Assert.Equal(2.8, capture.FNumber);
        Assert.Equal(2.5, capture.SubjectDistance);
        Assert.Equal(400, capture.Iso);
        Assert.Equal(1 / 250.0, capture.ExposureTime!.Value, 1e-12);
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9), capture.Taken);
        Assert.Equal(48.5, capture.Position!.Latitude, 1e-6);
        Assert.Equal(-2.25, capture.Position.Longitude, 1e-6);
        Assert.Equal(-12, capture.Position.Altitude);
        Assert.Equal(new SubjectArea(16, 12, 8, 4), capture.SubjectArea);
    }

    private static (uint Width, uint Height) Dimensions(byte[] exif)
    {
        Assert.True(TiffView.TryOpen(exif, out TiffView view));
        uint shot = view.Pointer(view.FirstDirectory, TiffTag.ExifDirectory);
        return (view.Pointer(shot, TiffTag.PixelXDimension), view.Pointer(shot, TiffTag.PixelYDimension));
    }
}
