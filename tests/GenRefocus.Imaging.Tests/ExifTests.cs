using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class ExifTests
{
    [Fact]
    public void Zero_and_infinity_are_told_apart_from_distances()
    {
        Assert.Null(Capture(new ExifSample(true) { SubjectDistance = (0, 1) }).SubjectDistance);
        Assert.Null(Capture(new ExifSample(true) { SubjectDistance = (5, 0) }).SubjectDistance);
        Assert.Equal(double.PositiveInfinity, Capture(new ExifSample(false) { SubjectDistance = (uint.MaxValue, 1) }).SubjectDistance);
        Assert.Equal(2.5, Capture(new ExifSample(false)).SubjectDistance);
        Assert.Null(Capture(new ExifSample(true) { FocalLength35 = 0 }).FocalLength35Mm);
    }

    [Fact]
    public void A_subject_area_may_be_a_point_a_circle_or_a_rectangle()
    {
        Assert.Equal(new SubjectArea(5, 6, 0, 0), Capture(new ExifSample(true) { SubjectArea = [5, 6] }).SubjectArea);
        Assert.Equal(new SubjectArea(5, 6, 7, 7), Capture(new ExifSample(false) { SubjectArea = [5, 6, 7] }).SubjectArea);
        Assert.Equal(new SubjectArea(5, 6, 7, 8), Capture(new ExifSample(false) { SubjectArea = [5, 6, 7, 8] }).SubjectArea);
        Assert.Null(Capture(new ExifSample(false) { SubjectArea = [5] }).SubjectArea);
    }

    [Fact]
    public void A_photo_without_exif_says_nothing()
    {
        Assert.Equal(CaptureInfo.Unknown, CaptureInfo.Read(PhotoMetadata.None));
        Assert.Equal(CaptureInfo.Unknown, CaptureInfo.Read(new PhotoMetadata { Exif = [1, 2, 3] }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_what_changed_is_changed_in_a_block(bool littleEndian)
    {
        byte[] block = new ExifSample(littleEndian) { Orientation = 8, Width = 300, Height = 200 }.Build();
        byte[] upright = ExifBlock.MakeUpright(block, new PhotoMetadata { Orientation = ExifOrientation.Rotated270, SensorWidth = 300, SensorHeight = 200 }, 200, 300)!;
        Assert.Equal(block.Length - ExifSample.ThumbnailBytes, upright.Length);
        int changed = Enumerable.Range(0, upright.Length).Count(i => upright[i] != block[i]);
        // Orientation, two sizes of two bytes each, four numbers of the area, the link.
        Assert.InRange(changed, 5, 1 + 4 + 8 + 2);
    }

    [Fact]
    public void A_block_laid_out_anew_holds_the_same_tags()
    {
        foreach (bool littleEndian in (bool[])[true, false])
        {
            byte[] block = new ExifSample(littleEndian).Build();
            byte[] anew = ExifTags.Read(block).ToBlock();
            CaptureInfo before = Capture(block), after = Capture(anew);
            Assert.Equal(before, after);
            Assert.Equal(ExifTags.Read(block).Shot.Select(e => e.Tag), ExifTags.Read(anew).Shot.Select(e => e.Tag));
        }
    }

    [Fact]
    public void Damaged_blocks_never_throw()
    {
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 1000], Gen.Byte).Array[1, 12], Gen.Int[0, 1600]).Sample((little, changes, length) =>
        {
            byte[] block = new ExifSample(little) { Orientation = 6 }.Build();
            foreach ((int at, byte value) in changes)
                block[at] = value;
            block = block[..Math.Min(block.Length, length)];
            var metadata = new PhotoMetadata { Exif = block, Orientation = ExifOrientation.Rotated90, SensorWidth = 64, SensorHeight = 48 };
            _ = CaptureInfo.Read(metadata);
            _ = ExifBlock.ReadOrientation(block);
            byte[]? upright = ExifBlock.MakeUpright(block, metadata, 48, 64);
            _ = ExifTags.Read(upright ?? block).ToBlock();
            _ = TiffExif.Extract(block);
        }, iter: 3000);
    }

    private static CaptureInfo Capture(ExifSample sample) => Capture(sample.Build());

    private static CaptureInfo Capture(byte[] exif) => CaptureInfo.Read(new PhotoMetadata { Exif = exif });
}
