namespace GenRefocus.Imaging;

/// <summary>File formats that are read and written.</summary>
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
}
