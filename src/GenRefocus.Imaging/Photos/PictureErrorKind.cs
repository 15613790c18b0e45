namespace GenRefocus.Imaging;

/// <summary>What kept a picture from being read or written.</summary>
public enum PictureErrorKind
{
    /// <summary>The file is missing, may not be opened, or is damaged.</summary>
    Unreadable,

    /// <summary>The file is of a kind, or holds samples, that cannot be used.</summary>
    Unsupported,

    /// <summary>The picture has more pixels or bytes than the limit.</summary>
    TooLarge,

    /// <summary>The output cannot be written: place, name, size or content do not allow it.</summary>
    NotWritable,
}
