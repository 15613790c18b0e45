using NetVips;

namespace GenRefocus.Imaging;

/// <summary>Encodes integers to a file in memory with libvips: pixels, profile, XMP and print resolution. EXIF is put in afterwards, because libvips lays it out anew.</summary>
internal static class VipsEncoder
{
    /// <summary>Largest side of a JPEG that libjpeg writes.</summary>
    public const int MaxJpegSide = 65_500;

    /// <summary>Largest side of a WebP picture (RFC 9649).</summary>
    public const int MaxWebpSide = 16_383;

    /// <summary>Encodes.</summary>
    /// <param name="samples">The picture.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="options">Quality and compression.</param>
    /// <param name="metadata">Profile, XMP and resolution; the EXIF block is not looked at.</param>
    /// <param name="cancellationToken">Stops the encoder.</param>
    /// <exception cref="PictureException">The format cannot hold the picture.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static byte[] Encode(
        SampleImage samples, PictureFormat format, PhotoWriteOptions options, PhotoMetadata metadata, CancellationToken cancellationToken) =>
        Run(samples, format, metadata, image => Save(image, format, options), cancellationToken);

    /// <summary>Encodes PNG without metadata straight to a stream: a deep picture is several times larger than a photo, and held in memory it costs as much as encoding it.</summary>
    /// <param name="samples">The picture.</param>
    /// <param name="compression">zlib's level, 0 to 9.</param>
    /// <param name="stream">Receives the file.</param>
    /// <param name="cancellationToken">Stops the encoder.</param>
    /// <exception cref="PictureException">The picture cannot be encoded.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void EncodePng(SampleImage samples, int compression, Stream stream, CancellationToken cancellationToken)
    {
        using EncodedStream target = new(stream);
        try
        {
            _ = Run(samples, PictureFormat.Png, PhotoMetadata.None, image =>
            {
                image.PngsaveStream(target, compression: compression, filter: Enums.ForeignPngFilter.Sub, keep: Enums.ForeignKeep.None);
                return true;
            }, cancellationToken);
        }
        catch (PictureException) when (target.Error is not null)
        {
            // libvips only knows that writing failed, the stream knows why.
            target.Error.Throw();
        }
    }

    private static unsafe T Run<T>(
        SampleImage samples, PictureFormat format, PhotoMetadata metadata, Func<Image, T> save, CancellationToken cancellationToken)
    {
        int limit = format switch { PictureFormat.Jpeg => MaxJpegSide, PictureFormat.WebP => MaxWebpSide, _ => int.MaxValue };
        if (Math.Max(samples.Width, samples.Height) > limit)
        {
            throw new PictureException(
                PictureErrorKind.NotWritable, $"{samples.Width} × {samples.Height} pixels do not fit into {format} ({limit} a side at most). Write PNG or TIFF.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Enums.BandFormat band = samples.BitDepth == 16 ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar;
            using Image memory = Image.NewFromMemory((nint)samples.Pointer, (ulong)samples.ByteLength, samples.Width, samples.Height, samples.Channels, band);
            using Image typed = memory.Copy(interpretation: Interpretation(samples), xres: Resolution(metadata), yres: Resolution(metadata));
            using Image tagged = typed.Mutate(mutable =>
            {
                if (metadata.Icc is { } icc)
                    mutable.Set(GValue.BlobType, "icc-profile-data", icc);
                if (metadata.Xmp is { } xmp)
                    mutable.Set(GValue.BlobType, "xmp-data", xmp);
            });
            tagged.SetProgress(new NoProgress(), cancellationToken);
            T result = save(tagged);
            GC.KeepAlive(samples);
            return result;
        }
        catch (VipsException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new PictureException(PictureErrorKind.NotWritable, $"The picture could not be encoded as {format}: {e.Message}", e);
        }
    }

    private static byte[] Save(Image image, PictureFormat format, PhotoWriteOptions options)
    {
        const Enums.ForeignKeep keep = Enums.ForeignKeep.Icc | Enums.ForeignKeep.Xmp;
        return format switch
        {
            PictureFormat.Jpeg => image.JpegsaveBuffer(q: options.Quality, subsampleMode: Enums.ForeignSubsample.Off, keep: keep),
            PictureFormat.Png => image.PngsaveBuffer(
                compression: PhotoWriteOptions.PngCompression, filter: Enums.ForeignPngFilter.Sub, keep: keep),
            PictureFormat.Tiff when options.TiffDeflate => image.TiffsaveBuffer(
                compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal, resunit: Enums.ForeignTiffResunit.Inch, keep: keep),
            PictureFormat.Tiff => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.None, resunit: Enums.ForeignTiffResunit.Inch, keep: keep),
            _ => image.WebpsaveBuffer(q: options.Quality, lossless: options.Lossless, exact: options.Lossless, keep: keep),
        };
    }

    private static double Resolution(PhotoMetadata metadata) => metadata.PixelsPerMm > 0 ? metadata.PixelsPerMm : 1;

    private static Enums.Interpretation Interpretation(SampleImage samples) => (samples.IsGrey, samples.BitDepth) switch
    {
        (true, 8) => Enums.Interpretation.Bw,
        (true, _) => Enums.Interpretation.Grey16,
        (false, 8) => Enums.Interpretation.Srgb,
        _ => Enums.Interpretation.Rgb16,
    };
}
