namespace GenRefocus.Imaging;

/// <summary>
/// Writes pictures with the metadata of the photo they were made from. Pixels that equal the decoded photo bit for bit get its original integers (in lossless formats
/// of the source's bit depth they are then the same file content, whatever the colour profile); changed 8-bit pixels are dithered.
/// </summary>
public static class PhotoWriter
{
    /// <summary>Writes a file; an existing one is replaced when the new one is complete.</summary>
    /// <param name="image">The picture, in the primaries of the source.</param>
    /// <param name="source">The photo that it was made from, or null: sRGB, no metadata.</param>
    /// <param name="path">Path of the file; its ending tells the format unless the options do.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <returns>What the user should know, in sentences; empty where all went into the file.</returns>
    /// <exception cref="PictureException">The picture cannot be written; its kind and message say why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IReadOnlyList<string> Write(
        LinearImage image, Photo? source, string path, PhotoWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new PhotoWriteOptions();
        PictureFormat format = options.Format ?? FormatOf(path) ?? throw new PictureException(
            PictureErrorKind.NotWritable, $"{path} does not tell a format by its ending; use .jpg, .png, .tif or .webp.");
        var warnings = new List<string>();
        OutputFile.Write(path, stream => Write(image, source, stream, format, options, warnings, cancellationToken), cancellationToken);
        return warnings;
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="image">The picture, in the primaries of the source.</param>
    /// <param name="source">The photo that it was made from, or null: sRGB, no metadata.</param>
    /// <param name="stream">Receives the file; it need not seek.</param>
    /// <param name="options">How; the format must be named.</param>
    /// <param name="cancellationToken">Stops the writing; the stream gets nothing before the file is encoded.</param>
    /// <returns>What the user should know, in sentences; empty where all went into the file.</returns>
    /// <exception cref="PictureException">The picture cannot be written; its kind and message say why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentException">No format is named, or an option is outside its range.</exception>
    public static IReadOnlyList<string> Write(
        LinearImage image, Photo? source, Stream stream, PhotoWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PictureFormat format = options.Format ?? throw new ArgumentException("A stream has no ending: name the format.", nameof(options));
        var warnings = new List<string>();
        Write(image, source, stream, format, options, warnings, cancellationToken);
        return warnings;
    }

    /// <summary>The formats that are written.</summary>
    public static IReadOnlyList<PictureFormat> Formats { get; } = [PictureFormat.Jpeg, PictureFormat.Png, PictureFormat.Tiff, PictureFormat.WebP];

    /// <summary>The format for what is made of a photo when nobody names one: the photo's own, or, where that is only read, JPEG if that holds the photo, else PNG.</summary>
    /// <param name="photo">The photo.</param>
    public static PictureFormat FormatFor(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        if (Formats.Contains(photo.Format))
            return photo.Format;
        return photo is { BitDepth: 8, HasAlpha: false } ? PictureFormat.Jpeg : PictureFormat.Png;
    }

    /// <summary>The format that a file's ending stands for, or null where it is none of <see cref="Formats"/>.</summary>
    /// <param name="path">Path or name.</param>
    public static PictureFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" or ".JPE" or ".JFIF" => PictureFormat.Jpeg,
        ".PNG" => PictureFormat.Png,
        ".TIF" or ".TIFF" => PictureFormat.Tiff,
        ".WEBP" => PictureFormat.WebP,
        _ => null,
    };

    private static void Write(
        LinearImage image, Photo? source, Stream stream, PictureFormat format, PhotoWriteOptions options, List<string> warnings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Quality, 100);
        if (options.BitDepth is not (null or 8 or 16))
            throw new ArgumentOutOfRangeException(nameof(options), options.BitDepth, "Pictures are written with 8 or 16 bits.");
        if (!Formats.Contains(format))
            throw new ArgumentOutOfRangeException(nameof(options), format, "This format is only read.");
        VipsRuntime.Use(options.Threads);
        OutputPlan plan = OutputPlan.Make(image, source, format, options, warnings, cancellationToken);
        using var samples = new SampleImage(image.Width, image.Height, plan.Channels, plan.BitDepth);
        var encoder = new SampleEncoder(plan.Encoding, samples, plan.Original, PhotoWriteOptions.Backdrop, options.Dither);
        encoder.Encode(image, options.Threads, cancellationToken);
        byte[] file = VipsEncoder.Encode(samples, format, options, plan.Metadata, cancellationToken);
        WriteWithExif(file, samples, format, plan.Metadata.Exif, stream);
    }

    private static void WriteWithExif(byte[] file, SampleImage samples, PictureFormat format, byte[]? exif, Stream stream)
    {
        switch (format)
        {
            case PictureFormat.Jpeg when exif is not null:
                JpegExif.Write(file, exif, stream);
                break;
            case PictureFormat.Png when exif is not null:
                PngExif.Write(file, exif, stream);
                break;
            case PictureFormat.WebP when exif is not null:
                WebpExif.Write(file, exif, samples.Width, samples.Height, samples.HasAlpha, stream);
                break;
            case PictureFormat.Tiff when exif is not null:
                TiffExif.Write(file, exif, stream);
                break;
            default:
                stream.Write(file);
                break;
        }
    }
}
