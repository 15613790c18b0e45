namespace GenRefocus.Imaging;

/// <summary>How a photo is written.</summary>
public sealed record PhotoWriteOptions
{
    /// <summary>Default of <see cref="Quality"/>. With 4:4:4 chroma, which is always used for JPEG, a second generation cannot be told from the first by eye.</summary>
    public const int DefaultQuality = 95;

    /// <summary>PNG's zlib level: 6, zlib's own, costs three times the time for about 3 % of the bytes.</summary>
    public const int PngCompression = 3;

    /// <summary>Linear grey behind transparent pixels where the format has no transparency: white.</summary>
    public const float Backdrop = 1;

    /// <summary>Format, or null to go by the file's ending; a stream needs it.</summary>
    public PictureFormat? Format { get; init; }

    /// <summary>Quality of JPEG and lossy WebP, 1 to 100.</summary>
    public int Quality { get; init; } = DefaultQuality;

    /// <summary>Bits a sample, 8 or 16; null = as the source, or 8 without one. JPEG and WebP have 8.</summary>
    public int? BitDepth { get; init; }

    /// <summary>Whether WebP is written without loss.</summary>
    public bool Lossless { get; init; }

    /// <summary>Whether TIFF is deflated; uncompressed files are 3 times larger and ten times faster to write.</summary>
    public bool TiffDeflate { get; init; } = true;

    /// <summary>Whether changed pixels are dithered when they are written with 8 bits.</summary>
    public bool Dither { get; init; } = true;

    /// <summary>Whether EXIF, XMP and (always) the profile of the source go into the output. False writes the profile alone.</summary>
    public bool KeepMetadata { get; init; } = true;

    /// <summary>Properties of the <c>genrefocus:</c> namespace for the XMP packet, name to value; see <see cref="XmpPacket"/>.</summary>
    public IReadOnlyDictionary<string, string> History { get; init; } = new Dictionary<string, string>();

    /// <summary>Threads at most, 1 or more; default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
