namespace GenRefocus.Imaging;

/// <summary>EXIF tag 0x0112: where the stored rows and columns lie in the upright picture.</summary>
public enum ExifOrientation
{
    /// <summary>Stored as seen.</summary>
    Upright = 1,

    /// <summary>Mirrored left to right.</summary>
    MirroredHorizontally = 2,

    /// <summary>Turned by half.</summary>
    Rotated180 = 3,

    /// <summary>Mirrored top to bottom.</summary>
    MirroredVertically = 4,

    /// <summary>Rows and columns exchanged.</summary>
    Transposed = 5,

    /// <summary>To be turned clockwise by a quarter.</summary>
    Rotated90 = 6,

    /// <summary>Rows and columns exchanged about the other diagonal.</summary>
    Transversed = 7,

    /// <summary>To be turned counter-clockwise by a quarter.</summary>
    Rotated270 = 8,
}
