namespace GenRefocus.Imaging;

/// <summary>
/// A photo as it was read: the original integers, upright, with what they mean and what the file said besides. Linear light is made on request and belongs
/// to the caller, so that a photo itself costs 3 to 8 bytes a pixel. A writer that is given the photo returns the original integers wherever the result equals the
/// decoded photo bit for bit.
/// </summary>
public sealed class Photo : IPictureSource, IDisposable
{
    /// <summary>Puts a photo together.</summary>
    /// <param name="samples">Upright integers; the photo disposes of them.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="encoding">What the integers stand for.</param>
    /// <param name="metadata">EXIF, XMP and profile as read.</param>
    /// <param name="warnings">What the user should know about the reading, in sentences.</param>
    public Photo(SampleImage samples, PictureFormat format, ColourEncoding encoding, PhotoMetadata metadata, IReadOnlyList<string>? warnings = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(metadata);
        Samples = samples;
        Format = format;
        Encoding = encoding;
        Metadata = metadata;
        Warnings = warnings ?? [];
        Capture = CaptureInfo.Read(metadata);
    }

    /// <summary>The original integers, upright.</summary>
    public SampleImage Samples { get; }

    /// <summary>Format of the file.</summary>
    public PictureFormat Format { get; }

    /// <summary>What the integers stand for.</summary>
    public ColourEncoding Encoding { get; }

    /// <summary>EXIF, XMP and profile as read.</summary>
    public PhotoMetadata Metadata { get; }

    /// <summary>What the camera noted about the shot.</summary>
    public CaptureInfo Capture { get; }

    /// <summary>What the user should know about the reading, in sentences; empty for a sound file.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Columns of the upright picture.</summary>
    public int Width => Samples.Width;

    /// <summary>Rows of the upright picture.</summary>
    public int Height => Samples.Height;

    /// <summary>Bits a sample: 8 or 16.</summary>
    public int BitDepth => Samples.BitDepth;

    /// <summary>Whether the picture has transparency.</summary>
    public bool HasAlpha => Samples.HasAlpha;

    /// <summary>Whether the picture is grey.</summary>
    public bool IsGrey => Samples.IsGrey;

    /// <inheritdoc/>
    public LinearImage ToLinear(int threads, CancellationToken cancellationToken = default) =>
        SampleDecoder.Decode(Samples, Encoding, threads, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => Samples.Dispose();
}
