namespace GenRefocus.Imaging;

/// <summary>What is decided before a picture is encoded: channels, depth, curves, and which metadata go along.</summary>
/// <param name="Channels">Channels of the file.</param>
/// <param name="BitDepth">Bits a sample.</param>
/// <param name="Encoding">Curves of the file.</param>
/// <param name="Original">Integers of the source with these curves, or null.</param>
/// <param name="Metadata">Blocks for the file, made to fit it.</param>
internal sealed record OutputPlan(int Channels, int BitDepth, ColourEncoding Encoding, SampleImage? Original, PhotoMetadata Metadata)
{
    /// <summary>Decides.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="source">The photo that it was made from, or null.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="options">What the caller wants.</param>
    /// <param name="warnings">Receives what cannot be kept.</param>
    /// <param name="cancellationToken">Asked now and then.</param>
    public static OutputPlan Make(
        LinearImage image, Photo? source, PictureFormat format, PhotoWriteOptions options, List<string> warnings, CancellationToken cancellationToken)
    {
        bool eightBitsOnly = format is PictureFormat.Jpeg or PictureFormat.WebP;
        int bitDepth = eightBitsOnly ? 8 : options.BitDepth ?? source?.BitDepth ?? 8;
        bool grey = source is { IsGrey: true } && PictureContent.IsGrey(image, options.Threads, cancellationToken);
        bool alpha = format != PictureFormat.Jpeg && (source?.HasAlpha ?? PictureContent.HasAlpha(image, options.Threads, cancellationToken));
        int channels = (grey ? 1 : 3) + (alpha ? 1 : 0);

        PhotoMetadata metadata = source?.Metadata ?? PhotoMetadata.None;
        ColourEncoding encoding = source?.Encoding ?? ColourEncoding.Srgb;
        SampleImage? original = source?.Samples;
        // WebP knows only RGB, and a result with coloured fringes is no longer grey: a grey profile fits neither.
        if (source is { IsGrey: true } && metadata.Icc is { } icc && (!grey || format == PictureFormat.WebP) && IccProfile.ColourSpace(icc) == "GRAY")
        {
            warnings.Add("The grey colour profile does not fit a colour file; the picture is written as sRGB.");
            metadata = metadata with { Icc = null };
            (encoding, original) = (ColourEncoding.Srgb, null);
        }

        return new OutputPlan(channels, bitDepth, encoding, original, Fit(metadata, image, format, options, warnings));
    }

    private static PhotoMetadata Fit(PhotoMetadata metadata, LinearImage image, PictureFormat format, PhotoWriteOptions options, List<string> warnings)
    {
        byte[]? exif = options.KeepMetadata ? FitExif(metadata, image, format, warnings) : null;
        return metadata with { Exif = exif, Xmp = FitXmp(metadata, image, format, options, warnings) };
    }

    private static byte[]? FitExif(PhotoMetadata metadata, LinearImage image, PictureFormat format, List<string> warnings)
    {
        if (metadata.Exif is not { } block)
            return null;
        byte[]? upright = ExifBlock.MakeUpright(block, metadata, image.Width, image.Height);
        if (upright is null)
        {
            warnings.Add("The EXIF block is damaged and is left out.");
            return null;
        }

        if (format != PictureFormat.Jpeg || upright.Length <= JpegExif.MaxBlockBytes)
            return upright;
        byte[] smaller = ExifTags.Read(upright).ToBlock();
        bool fits = smaller.Length <= JpegExif.MaxBlockBytes;
        warnings.Add(fits ? "The EXIF block is too large for JPEG; the maker's own note is left out." : "The EXIF block is too large for JPEG and is left out.");
        return fits ? smaller : null;
    }

    private static byte[]? FitXmp(PhotoMetadata metadata, LinearImage image, PictureFormat format, PhotoWriteOptions options, List<string> warnings)
    {
        byte[]? old = options.KeepMetadata ? metadata.Xmp : null;
        if (old is null && options.History.Count == 0)
            return null;
        XmpPacket? packet = XmpPacket.TryParse(old);
        if (packet is null)
        {
            warnings.Add("The XMP packet is damaged and is replaced.");
            packet = XmpPacket.Empty();
        }

        packet.MakeUpright(image.Width, image.Height);
        byte[] bare = packet.ToBytes();
        if (options.History.Count > 0)
            packet.SetProperties(options.History);
        byte[] full = packet.ToBytes();
        if (format != PictureFormat.Jpeg || full.Length <= JpegExif.MaxBlockBytes)
            return full;
        bool fits = old is not null && bare.Length <= JpegExif.MaxBlockBytes;
        warnings.Add(fits ? "The history is too large for JPEG's XMP and is left out." : "The XMP packet is too large for JPEG and is left out.");
        return fits ? bare : null;
    }
}
