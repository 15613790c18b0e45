namespace GenRefocus.Imaging;

/// <summary>File formats that are read; <see cref="PhotoWriter.Formats"/> are also written.</summary>
public enum PictureFormat
{
    /// <summary>JPEG, 8 bits, no transparency.</summary>
    Jpeg,

    /// <summary>PNG, 8 or 16 bits, lossless.</summary>
    Png,

    /// <summary>TIFF, 8 or 16 bits, lossless.</summary>
    Tiff,

    /// <summary>WebP, 8 bits, lossy or lossless.</summary>
    WebP,

    /// <summary>AVIF, read only; 10 and 12 bits become 16.</summary>
    Avif,

    /// <summary>HEIC, the format of many telephones, read only; 10 bits become 8.</summary>
    Heic,

    /// <summary>JPEG XL, read only; more than 8 bits become 8.</summary>
    JpegXl,
}
