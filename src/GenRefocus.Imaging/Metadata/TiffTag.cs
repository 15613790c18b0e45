namespace GenRefocus.Imaging;

/// <summary>Tag and type numbers of TIFF 6.0 and EXIF 2.32 that are looked at.</summary>
internal static class TiffTag
{
    public const ushort ImageWidth = 0x0100;
    public const ushort ImageLength = 0x0101;
    public const ushort ImageDescription = 0x010E;
    public const ushort Orientation = 0x0112;
    public const ushort ThumbnailOffset = 0x0201;
    public const ushort ThumbnailLength = 0x0202;
    public const ushort ExifDirectory = 0x8769;
    public const ushort GpsDirectory = 0x8825;
    public const ushort MakerNote = 0x927C;
    public const ushort SubjectArea = 0x9214;
    public const ushort PixelXDimension = 0xA002;
    public const ushort PixelYDimension = 0xA003;
    public const ushort InteroperabilityDirectory = 0xA005;
    public const ushort SubjectLocation = 0xA214;

    public const ushort AsciiType = 2;
    public const ushort ShortType = 3;
    public const ushort LongType = 4;

    /// <summary>
    /// Tags of the first directory that describe the photo and not the way its pixels are stored: description, maker, model, resolution, software, date, artist,
    /// host, white point, primaries, ratings, copyright and the Windows Explorer texts.
    /// </summary>
    public static bool IsDescriptive(ushort tag) =>
        tag is ImageDescription or 0x010F or 0x0110 or Orientation or 0x011A or 0x011B or 0x0128 or 0x0131 or 0x0132 or 0x013B or 0x013C or 0x013E or 0x013F
            or 0x4746 or 0x4749 or 0x8298 or (>= 0x9C9B and <= 0x9C9F);
}
