namespace GenRefocus.Imaging;

/// <summary>The blocks of metadata that travel with a photo. Arrays are not copied and must not be changed.</summary>
public sealed record PhotoMetadata
{
    /// <summary>Nothing but an upright orientation.</summary>
    public static PhotoMetadata None { get; } = new();

    /// <summary>The EXIF block as a TIFF structure (it starts with II or MM), as the camera wrote it, or null.</summary>
    public byte[]? Exif { get; init; }

    /// <summary>The XMP packet in UTF-8, or null.</summary>
    public byte[]? Xmp { get; init; }

    /// <summary>The ICC profile, or null.</summary>
    public byte[]? Icc { get; init; }

    /// <summary>Orientation that the file had before the samples were turned upright.</summary>
    public ExifOrientation Orientation { get; init; } = ExifOrientation.Upright;

    /// <summary>Columns of the file before it was turned upright; 0 = not known.</summary>
    public int SensorWidth { get; init; }

    /// <summary>Rows of the file before it was turned upright; 0 = not known.</summary>
    public int SensorHeight { get; init; }

    /// <summary>Pixels a millimetre across for print, or 0.</summary>
    public double PixelsPerMm { get; init; }
}
