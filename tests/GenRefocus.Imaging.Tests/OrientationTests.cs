using System.Numerics;

namespace GenRefocus.Imaging.Tests;

public class OrientationTests
{
    public static TheoryData<int> All => [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>What each value of the tag says, from the EXIF standard: which stored corner is the upper left of the picture, and where its first row runs.</summary>
    private static (int X, int Y) Stored(int orientation, int x, int y, int storedWidth, int storedHeight) => orientation switch
    {
        1 => (x, y),
        2 => (storedWidth - 1 - x, y),
        3 => (storedWidth - 1 - x, storedHeight - 1 - y),
        4 => (x, storedHeight - 1 - y),
        5 => (y, x),
        6 => (y, storedHeight - 1 - x),
        7 => (storedWidth - 1 - y, storedHeight - 1 - x),
        _ => (storedWidth - 1 - y, x),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_picture_is_read_upright_and_written_with_orientation_1(int orientation)
    {
        const int width = 16, height = 9;
        using SampleImage stored = TestPictures.Noise(width, height, 3, 8, orientation);
        byte[] exif = new ExifSample(false) { Orientation = (ushort)orientation, Width = width, Height = height, SubjectArea = [4, 2, 3, 1] }.Build();
        byte[] png = VipsEncoder.Encode(stored, PictureFormat.Png, new PhotoWriteOptions(), PhotoMetadata.None, TestContext.Current.CancellationToken);
        using var file = new MemoryStream();
        PngExif.Write(png, exif, file);
        file.Position = 0;

        using Photo photo = PhotoReader.Read(file, null, TestContext.Current.CancellationToken);

        bool swaps = orientation >= 5;
        Assert.Equal((ExifOrientation)orientation, photo.Metadata.Orientation);
        Assert.Equal(swaps ? (height, width) : (width, height), (photo.Width, photo.Height));
        for (int y = 0; y < photo.Height; y++)
        {
            for (int x = 0; x < photo.Width; x++)
            {
                (int sx, int sy) = Stored(orientation, x, y, width, height);
                Assert.Equal(stored.Row8(sy).Slice(3 * sx, 3), photo.Samples.Row8(y).Slice(3 * x, 3));
                Assert.Equal((x + 0.5, y + 0.5), ((ExifOrientation)orientation).ToUpright(sx + 0.5, sy + 0.5, width, height));
            }
        }

        SubjectArea upright = photo.Capture.UprightSubjectArea!;
        Assert.Equal(swaps ? (1, 3) : (3, 1), (upright.Width, upright.Height));
        Assert.Equal(((ExifOrientation)orientation).ToUpright(4, 2, width, height), (upright.CentreX, upright.CentreY));

        using LinearImage image = photo.ToLinear(1, TestContext.Current.CancellationToken);
        foreach (PictureFormat format in PhotoWriter.Formats)
        {
            using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = format, Lossless = true });
            Assert.Equal(ExifOrientation.Upright, back.Metadata.Orientation);
            Assert.Equal(upright, back.Capture.SubjectArea);
            if (format != PictureFormat.Jpeg)
                Assert.True(TestPictures.Same(photo.Samples, back.Samples));
        }
    }

    [Fact]
    public void The_orientation_of_jpeg_and_webp_files_is_obeyed_too()
    {
        byte[] exif = new ExifSample(true) { Orientation = 6 }.Build();
        using SampleImage samples = TestPictures.Noise(16, 8, 3, 8);
        byte[] jpeg = VipsEncoder.Encode(samples, PictureFormat.Jpeg, new PhotoWriteOptions(), PhotoMetadata.None, TestContext.Current.CancellationToken);
        byte[] webp = VipsEncoder.Encode(samples, PictureFormat.WebP, new PhotoWriteOptions(), PhotoMetadata.None, TestContext.Current.CancellationToken);
        byte[] tiff = VipsEncoder.Encode(samples, PictureFormat.Tiff, new PhotoWriteOptions(), PhotoMetadata.None, TestContext.Current.CancellationToken);
        using var jpegFile = new MemoryStream();
        JpegExif.Write(jpeg, exif, jpegFile);
        using var webpFile = new MemoryStream();
        WebpExif.Write(webp, exif, 16, 8, false, webpFile);
        using var tiffFile = new MemoryStream();
        Assert.True(TiffExif.Write(tiff, exif, tiffFile));
        foreach (MemoryStream file in (MemoryStream[])[jpegFile, webpFile, tiffFile])
        {
            file.Position = 0;
            using Photo photo = PhotoReader.Read(file, null, TestContext.Current.CancellationToken);
            Assert.Equal((8, 16), (photo.Width, photo.Height));
        }
    }
}
