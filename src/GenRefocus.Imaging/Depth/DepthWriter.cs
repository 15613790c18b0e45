using NetVips;

namespace GenRefocus.Imaging;

/// <summary>Writes depth: 16-bit grey PNG for relative disparity, 32-bit float TIFF for metres, and a coloured picture to look at.</summary>
public static class DepthWriter
{
    /// <summary>What a metric TIFF says of itself, so that <see cref="DepthReader"/> knows it again.</summary>
    public const string MetresDescription = "Depth in metres";

    // zlib's level: one more saves a twentieth of the bytes for a quarter more time.
    private const int PngCompression = 2;

    /// <summary>Writes a 16-bit grey PNG: 0 → 0, 1 → 65535, rounded; values outside are clamped, not-a-number gives 0.</summary>
    /// <param name="disparity">Values of 0 (far) to 1 (near).</param>
    /// <param name="path">Path of the file; an existing one is replaced.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <exception cref="PictureException">The file cannot be written.</exception>
    public static void WritePng16(Plane<float> disparity, string path, int threads, CancellationToken cancellationToken = default) =>
        OutputFile.Write(path, stream => WritePng16(disparity, stream, threads, cancellationToken), cancellationToken);

    /// <summary>Writes a 16-bit grey PNG to a stream, as <see cref="WritePng16(Plane{float}, string, int, CancellationToken)"/> does.</summary>
    /// <param name="disparity">Values of 0 (far) to 1 (near).</param>
    /// <param name="stream">Receives the file.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static void WritePng16(Plane<float> disparity, Stream stream, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentNullException.ThrowIfNull(stream);
        VipsRuntime.Use(threads);
        using var samples = new SampleImage(disparity.Width, disparity.Height, 1, 16);
        RowParallel.For(disparity.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                ReadOnlySpan<float> from = disparity.Row(y);
                Span<ushort> to = samples.Row16(y);
                for (int x = 0; x < to.Length; x++)
                    to[x] = from[x] > 0 ? (ushort)((Math.Min(from[x], 1f) * ushort.MaxValue) + 0.5f) : (ushort)0;
            }
        }, cancellationToken);
        VipsEncoder.EncodePng(samples, PngCompression, stream, cancellationToken);
    }

    /// <summary>Writes a picture to look at: <see cref="DepthColourMap"/> in 8-bit PNG.</summary>
    /// <param name="disparity">Values of 0 (far) to 1 (near); others are clamped.</param>
    /// <param name="stream">Receives the file.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static void WriteColourPng(Plane<float> disparity, Stream stream, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentNullException.ThrowIfNull(stream);
        VipsRuntime.Use(threads);
        using var samples = new SampleImage(disparity.Width, disparity.Height, 3, 8);
        RowParallel.For(disparity.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
                DepthColourMap.Apply(disparity.Row(y), samples.Row8(y));
        }, cancellationToken);
        VipsEncoder.EncodePng(samples, PngCompression, stream, cancellationToken);
    }

    /// <summary>Writes a picture to look at, as <see cref="WriteColourPng(Plane{float}, Stream, int, CancellationToken)"/> does.</summary>
    /// <param name="disparity">Values of 0 (far) to 1 (near); others are clamped.</param>
    /// <param name="path">Path of the file; an existing one is replaced.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <exception cref="PictureException">The file cannot be written.</exception>
    public static void WriteColourPng(Plane<float> disparity, string path, int threads, CancellationToken cancellationToken = default) =>
        OutputFile.Write(path, stream => WriteColourPng(disparity, stream, threads, cancellationToken), cancellationToken);

    /// <summary>Writes a 32-bit float TIFF that says its numbers are metres.</summary>
    /// <param name="metres">Depth in metres, any float.</param>
    /// <param name="path">Path of the file; an existing one is replaced.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <exception cref="PictureException">The file cannot be written.</exception>
    public static void WriteMetresTiff(Plane<float> metres, string path, int threads, CancellationToken cancellationToken = default) =>
        OutputFile.Write(path, stream => WriteMetresTiff(metres, stream, threads, cancellationToken), cancellationToken);

    /// <summary>Writes a 32-bit float TIFF to a stream, as <see cref="WriteMetresTiff(Plane{float}, string, int, CancellationToken)"/> does.</summary>
    /// <param name="metres">Depth in metres, any float.</param>
    /// <param name="stream">Receives the file.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="PictureException">The picture cannot be encoded.</exception>
    public static unsafe void WriteMetresTiff(Plane<float> metres, Stream stream, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metres);
        ArgumentNullException.ThrowIfNull(stream);
        VipsRuntime.Use(threads);
        cancellationToken.ThrowIfCancellationRequested();
        var description = new TiffEntry(
            TiffTag.ImageDescription, TiffTag.AsciiType, (uint)MetresDescription.Length + 1, [.. System.Text.Encoding.ASCII.GetBytes(MetresDescription), 0]);
        try
        {
            ulong bytes = (ulong)metres.Stride * (ulong)metres.Height * sizeof(float);
            using Image padded = Image.NewFromMemory((nint)metres.Pointer, bytes, metres.Stride, metres.Height, 1, Enums.BandFormat.Float);
            using Image cropped = padded.ExtractArea(0, 0, metres.Width, metres.Height);
            using Image image = cropped.Copy(interpretation: Enums.Interpretation.Bw);
            byte[] file = image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, keep: Enums.ForeignKeep.None);
            GC.KeepAlive(metres);
            TiffExif.Write(file, new ExifTags([description], [], []).ToBlock(), stream);
        }
        catch (VipsException e)
        {
            throw new PictureException(PictureErrorKind.NotWritable, $"The depth could not be encoded as TIFF: {e.Message}", e);
        }
    }
}
