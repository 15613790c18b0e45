using NetVips;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads JPEG, PNG, TIFF, WebP, AVIF, HEIC and JPEG XL photos. What comes out is upright, of 8 or 16 bits, grey or RGB with or without alpha, in the file's own colour
/// space; palettes are expanded, CMYK and Lab are converted to sRGB with a warning, of several pages the first is read. HEIC and JPEG XL come with 8 bits; they need
/// a library that is there for x64 Windows and Linux, is loaded when the first such file is met, and takes no memory before. Elsewhere those files are refused.
/// </summary>
public static class PhotoReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PictureException">The file cannot be read; its kind and message say why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Photo Read(string path, PhotoReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(FileBytes.Read(path), path, options, cancellationToken);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream, at the start of the file; it need not seek.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PictureException">The content cannot be read; its kind and message say why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Photo Read(Stream stream, PhotoReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(FileBytes.Read(stream, StreamName), StreamName, options, cancellationToken);
    }

    private const string StreamName = "The input";

    private static Photo Read(byte[] bytes, string name, PhotoReadOptions? options, CancellationToken cancellationToken)
    {
        options ??= new PhotoReadOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        PictureFormat format = FormatSniffer.DetectOrRefuse(bytes, name);
        if (format is PictureFormat.Heic or PictureFormat.JpegXl)
            return ReadWithMagick(bytes, name, format, options, cancellationToken);
        VipsRuntime.Use(options.Threads);
        try
        {
            return Read(bytes, name, format, options, strict: true, [], cancellationToken);
        }
        catch (PictureException e) when (e.Kind == PictureErrorKind.Unreadable)
        {
            // A photo whose last rows are missing is better than none, but the user has to know.
            string warning = $"{e.Message} What could be decoded is used.";
            return Read(bytes, name, format, options, strict: false, [warning], cancellationToken);
        }
    }

    private static Photo Read(
        byte[] bytes, string name, PictureFormat format, PhotoReadOptions options, bool strict, List<string> warnings, CancellationToken cancellationToken)
    {
        using VipsPicture picture = VipsPicture.Open(bytes, name, format, options.MaxPixels, strict);
        byte[]? icc = picture.Blob("icc-profile-data");
        using Image plain = PixelLayout.Normalise(picture.Image, name, ref icc, warnings);
        var metadata = new PhotoMetadata
        {
            Exif = picture.Exif,
            Xmp = picture.Blob("xmp-data"),
            Icc = icc,
            Orientation = picture.Orientation,
            SensorWidth = picture.Width,
            SensorHeight = picture.Height,
            PixelsPerMm = picture.Image.Xres,
        };
        SampleImage stored = ReadStored(picture, plain, name, cancellationToken);
        return Assemble(stored, format, metadata, warnings, options.Threads, cancellationToken);
    }

    private static Photo ReadWithMagick(byte[] bytes, string name, PictureFormat format, PhotoReadOptions options, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        MagickResult result = MagickReader.Read(bytes, name, format, options, warnings, cancellationToken);
        return Assemble(result.Samples, format, result.Metadata, warnings, options.Threads, cancellationToken);
    }

    private static unsafe SampleImage ReadStored(VipsPicture picture, Image plain, string name, CancellationToken cancellationToken)
    {
        int bits = plain.Format == Enums.BandFormat.Ushort ? 16 : 8;
        var stored = new SampleImage(plain.Width, plain.Height, plain.Bands, bits);
        try
        {
            void Take(int y, ReadOnlySpan<byte> rows) => rows.CopyTo(new Span<byte>(stored.Pointer + (y * stored.RowBytes), rows.Length));
            picture.ReadRows(plain, plain.Bands * (bits / 8), name, Take, cancellationToken);
            return stored;
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Turns the integers upright and puts the photo together; disposes of the integers where that fails.</summary>
    private static Photo Assemble(
        SampleImage stored, PictureFormat format, PhotoMetadata metadata, List<string> warnings, int threads, CancellationToken cancellationToken)
    {
        SampleImage samples = stored;
        try
        {
            if (metadata.Orientation != ExifOrientation.Upright)
            {
                samples = metadata.Orientation.Apply(stored, threads, cancellationToken);
                stored.Dispose();
            }

            if (format is PictureFormat.Avif or PictureFormat.Heic)
                metadata = BeforeTheContainer(metadata);
            ColourEncoding encoding = ReadEncoding(samples, ref metadata, warnings);
            return new Photo(samples, format, encoding, metadata, warnings);
        }
        catch
        {
            samples.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What a file of AVIF or HEIC was before libheif turned it by the container's properties. Those alone count (ISO/IEC 23008-12); the EXIF tag must not be obeyed
    /// again, but cameras write both alike, and it tells where the subject area lies.
    /// </summary>
    private static PhotoMetadata BeforeTheContainer(PhotoMetadata metadata)
    {
        ExifOrientation stored = ExifBlock.ReadOrientation(metadata.Exif) ?? ExifOrientation.Upright;
        return !stored.SwapsSides()
            ? metadata with { Orientation = stored }
            : metadata with { Orientation = stored, SensorWidth = metadata.SensorHeight, SensorHeight = metadata.SensorWidth };
    }

    /// <summary>
    /// The curves of the profile. A profile without curves (built on tables) is taken for sRGB's curve: the integers still come back as they were, and the
    /// profile is kept; only the light that is mixed follows a slightly different curve.
    /// </summary>
    private static ColourEncoding ReadEncoding(SampleImage samples, ref PhotoMetadata metadata, List<string> warnings)
    {
        if (metadata.Icc is not { } icc)
            return ColourEncoding.Srgb;
        string space = IccProfile.ColourSpace(icc);
        if (space == "RGB " || (space == "GRAY" && samples.IsGrey))
            return IccProfile.ReadEncoding(icc) ?? ColourEncoding.Srgb;
        warnings.Add("The colour profile does not fit the picture and is left out; sRGB is assumed.");
        metadata = metadata with { Icc = null };
        return ColourEncoding.Srgb;
    }
}
