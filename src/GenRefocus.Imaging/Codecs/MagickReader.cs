using System.Runtime.CompilerServices;
using ImageMagick;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads HEIC and JPEG XL with ImageMagick, the only reader of both for .NET; 8 bits a sample. No other class names a type of that library, so that neither its
/// assembly nor its native part is loaded before such a file is met.
/// </summary>
internal static class MagickReader
{
    /// <summary>Longest side that is decoded.</summary>
    public const int MaxSide = 65_535;

    /// <summary>Seconds after which ImageMagick gives a picture up.</summary>
    public const int MaxSeconds = 120;

    // ImageMagick keeps 4 bytes a pixel; a converted picture exists twice for a moment.
    private const long BytesPerPixel = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="format">HEIC or JPEG XL.</param>
    /// <param name="options">Limits and threads.</param>
    /// <param name="warnings">Receives what the user should know.</param>
    /// <param name="cancellationToken">Stops the decoder.</param>
    /// <returns>The integers as decoded, and the file's metadata with the orientation that is still to be applied.</returns>
    /// <exception cref="PictureException">The file is damaged, too large, or there is no reader on this machine.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static MagickResult Read(
        byte[] bytes, string name, PictureFormat format, PhotoReadOptions options, List<string> warnings, CancellationToken cancellationToken)
    {
        try
        {
            return Decode(bytes, name, format, options, warnings, cancellationToken);
        }
        catch (Exception e) when (IsMissing(e))
        {
            throw new PictureException(
                PictureErrorKind.Unsupported, $"{name} is a {Named(format)} picture, which this build cannot read on this system. Convert it to JPEG or PNG first.", e);
        }
    }

    /// <summary>Whether an error means that ImageMagick is not there: its assembly, its native library, or what that needs.</summary>
    /// <param name="error">The error.</param>
    internal static bool IsMissing(Exception error) => error
        is DllNotFoundException or BadImageFormatException or FileNotFoundException or FileLoadException or EntryPointNotFoundException
        || (error is TypeInitializationException { InnerException: { } inner } && IsMissing(inner));

    // Apart from its caller: the compiler loads the library when it meets its types, and that has to happen inside the try block.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MagickResult Decode(
        byte[] bytes, string name, PictureFormat format, PhotoReadOptions options, List<string> warnings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SetLimits(options);
        // The format is named, so that ImageMagick never picks another reader for what it finds inside the file.
        var settings = new MagickReadSettings { Format = format == PictureFormat.Heic ? MagickFormat.Heic : MagickFormat.Jxl };
        try
        {
            using (var header = new MagickImage())
            {
                header.Ping(bytes, settings);
                PictureLimits.Check(header.Width, header.Height, bytes.Length, options.MaxPixels, name);
            }

            using var image = new MagickImage();
            image.Progress += (_, progress) => progress.Cancel = cancellationToken.IsCancellationRequested;
            image.Read(bytes, settings);
            cancellationToken.ThrowIfCancellationRequested();
            // Once more: a header can promise less than there is.
            PictureLimits.Check(image.Width, image.Height, bytes.Length, options.MaxPixels, name);
            byte[]? icc = image.GetColorProfile()?.ToByteArray();
            ToGreyOrRgb(image, ref icc, warnings);
            return new MagickResult(Copy(image, name, cancellationToken), ReadMetadata(image, format, icc));
        }
        catch (MagickResourceLimitErrorException e)
        {
            throw new PictureException(PictureErrorKind.TooLarge, $"{name} needs more memory or time than a photo may take. Scale it down first.", e);
        }
        catch (MagickException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new PictureException(PictureErrorKind.Unreadable, $"{name} is a damaged {Named(format)} file ({Reason(e)}).", e);
        }
    }

    // Settings of the whole process. Disk 0: what does not fit into memory is refused and not put into files.
    private static void SetLimits(PhotoReadOptions options)
    {
        long pixels = Math.Max(PhotoReadOptions.DefaultMaxPixels, options.MaxPixels);
        ResourceLimits.Width = MaxSide;
        ResourceLimits.Height = MaxSide;
        ResourceLimits.Area = (ulong)pixels;
        ResourceLimits.Memory = (ulong)(pixels * BytesPerPixel);
        ResourceLimits.Disk = 0;
        ResourceLimits.Time = MaxSeconds;
        ResourceLimits.Thread = (ulong)options.Threads;
    }

    private static void ToGreyOrRgb(MagickImage image, ref byte[]? icc, List<string> warnings)
    {
        if (image.ColorSpace is ColorSpace.sRGB or ColorSpace.Gray)
            return;
        if (image.ColorSpace == ColorSpace.CMYK)
            warnings.Add("The picture was converted from CMYK to sRGB.");
        image.ColorSpace = ColorSpace.sRGB;
        icc = null;
    }

    private static unsafe SampleImage Copy(MagickImage image, string name, CancellationToken cancellationToken)
    {
        bool grey = image.ColorSpace == ColorSpace.Gray;
        string mapping = (grey ? "R" : "RGB") + (image.HasAlpha ? "A" : "");
        var samples = new SampleImage((int)image.Width, (int)image.Height, mapping.Length, 8);
        try
        {
            using IUnsafePixelCollection<byte> pixels = image.GetPixelsUnsafe();
            for (int y = 0; y < samples.Height; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                byte[] row = pixels.ToByteArray(0, y, image.Width, 1, mapping)
                    ?? throw new PictureException(PictureErrorKind.Unreadable, $"{name} could not be decoded.");
                row.CopyTo(samples.Row8(y));
            }

            return samples;
        }
        catch
        {
            samples.Dispose();
            throw;
        }
    }

    private static PhotoMetadata ReadMetadata(MagickImage image, PictureFormat format, byte[]? icc)
    {
        byte[]? exif = ExifBlock.WithoutPrefix(image.GetProfile("exif")?.ToByteArray());
        // HEIC comes upright: libheif obeys the container. JPEG XL comes as stored, with the orientation of its codestream, which goes before the EXIF tag (ISO/IEC 18181-1).
        ExifOrientation toApply = format == PictureFormat.JpegXl && (int)image.Orientation is var value and >= 1 and <= 8
            ? (ExifOrientation)value : ExifOrientation.Upright;
        return new PhotoMetadata
        {
            Exif = exif,
            Xmp = image.GetProfile("xmp")?.ToByteArray() is { Length: > 0 } xmp ? xmp : null,
            Icc = icc,
            Orientation = toApply,
            SensorWidth = (int)image.Width,
            SensorHeight = (int)image.Height,
        };
    }

    private static string Named(PictureFormat format) => format == PictureFormat.Heic ? "HEIC" : "JPEG XL";

    /// <summary>ImageMagick names its source file and line behind an @; that tells a user nothing.</summary>
    private static string Reason(MagickException error) => error.Message.ReplaceLineEndings(" ").Split(" @ ")[0];
}
