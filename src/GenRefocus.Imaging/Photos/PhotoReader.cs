using NetVips;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads JPEG, PNG, TIFF and WebP photos. What comes out is upright, of 8 or 16 bits, grey or RGB with or without alpha, in the file's own colour space;
/// palettes are expanded, CMYK and Lab are converted to sRGB with a warning, of several pages the first is read.
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
        VipsRuntime.Use(options.Threads);
        try
        {
            return Read(bytes, name, options, strict: true, [], cancellationToken);
        }
        catch (PictureException e) when (e.Kind == PictureErrorKind.Unreadable)
        {
            // A photo whose last rows are missing is better than none, but the user has to know.
            string warning = $"{e.Message} What could be decoded is used.";
            return Read(bytes, name, options, strict: false, [warning], cancellationToken);
        }
    }

    private static Photo Read(byte[] bytes, string name, PhotoReadOptions options, bool strict, List<string> warnings, CancellationToken cancellationToken)
    {
        using VipsPicture picture = VipsPicture.Open(bytes, name, options.MaxPixels, strict);
        byte[]? icc = picture.Blob("icc-profile-data");
        using Image plain = PixelLayout.Normalise(picture.Image, name, ref icc, warnings);
        SampleImage samples = ReadUpright(picture, plain, name, options.Threads, cancellationToken);
        try
        {
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
            return new Photo(samples, picture.Format, ReadEncoding(samples, ref metadata, warnings), metadata, warnings);
        }
        catch
        {
            samples.Dispose();
            throw;
        }
    }

    private static unsafe SampleImage ReadUpright(VipsPicture picture, Image plain, string name, int threads, CancellationToken cancellationToken)
    {
        int bits = plain.Format == Enums.BandFormat.Ushort ? 16 : 8;
        var stored = new SampleImage(plain.Width, plain.Height, plain.Bands, bits);
        try
        {
            picture.ReadPixels(plain, plain.Bands * (bits / 8), stored.Pointer, name, cancellationToken);
            if (picture.Orientation == ExifOrientation.Upright)
                return stored;
            SampleImage upright = picture.Orientation.Apply(stored, threads, cancellationToken);
            stored.Dispose();
            return upright;
        }
        catch
        {
            stored.Dispose();
            throw;
        }
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
