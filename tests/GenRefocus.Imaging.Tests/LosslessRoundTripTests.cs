namespace GenRefocus.Imaging.Tests;

public class LosslessRoundTripTests
{
    public static TheoryData<PictureFormat, int, int> LosslessCases()
    {
        var data = new TheoryData<PictureFormat, int, int>();
        foreach (PictureFormat format in (PictureFormat[])[PictureFormat.Png, PictureFormat.Tiff, PictureFormat.WebP])
        {
            for (int channels = 1; channels <= 4; channels++)
            {
                data.Add(format, channels, 8);
                if (format != PictureFormat.WebP)
                    data.Add(format, channels, 16);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LosslessCases))]
    public void Untouched_pixels_come_back_as_the_original_integers(PictureFormat format, int channels, int bitDepth)
    {
        using Photo photo = TestPictures.Photo(TestPictures.Noise(37, 23, channels, bitDepth));
        using LinearImage image = photo.ToLinear(2, TestContext.Current.CancellationToken);

        using Photo back = TestPictures.RoundTrip(image, photo, new PhotoWriteOptions { Format = format, Lossless = true });

        Assert.Empty(back.Warnings);
        Assert.Equal(format, back.Format);
        Assert.Equal(bitDepth, back.BitDepth);
        if (format == PictureFormat.WebP && channels <= 2)
        {
            using LinearImage again = back.ToLinear(1, TestContext.Current.CancellationToken);
            for (int y = 0; y < image.Height; y++)
                Assert.True(image.Row(y).SequenceEqual(again.Row(y)));
        }
        else
        {
            Assert.True(TestPictures.Same(photo.Samples, back.Samples));
        }
    }
}
