using System.Globalization;
using NetVips;

namespace GenRefocus.Imaging;

/// <summary>A file opened by libvips: header known, pixels not yet decoded. Every error of libvips comes out as a <see cref="PictureException"/>.</summary>
internal sealed class VipsPicture : IDisposable
{
    private readonly Image _image;

    private VipsPicture(Image image, PictureFormat format, byte[] bytes)
    {
        _image = image;
        Format = format;
        Exif = format == PictureFormat.Tiff ? TiffExif.Extract(bytes) : ExifBlock.WithoutPrefix(Blob("exif-data"));
        Orientation = ExifBlock.ReadOrientation(Exif) ?? LoaderOrientation();
    }

    /// <summary>Format of the file.</summary>
    public PictureFormat Format { get; }

    /// <summary>Columns as stored.</summary>
    public int Width => _image.Width;

    /// <summary>Rows as stored.</summary>
    public int Height => _image.Height;

    /// <summary>The decoder's picture.</summary>
    public Image Image => _image;

    /// <summary>The EXIF block as a TIFF structure, or null.</summary>
    public byte[]? Exif { get; }

    /// <summary>Orientation tag of the file; a value outside 1 … 8 counts as upright.</summary>
    public ExifOrientation Orientation { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="maxPixels">Most pixels.</param>
    /// <param name="strict">Whether a damaged file is an error when its pixels are read; otherwise what can be read is given.</param>
    /// <exception cref="PictureException">The format is not supported, the header is damaged or names too many pixels.</exception>
    public static VipsPicture Open(byte[] bytes, string name, long maxPixels, bool strict)
    {
        PictureFormat format = FormatSniffer.Detect(bytes) ?? throw new PictureException(
            PictureErrorKind.Unsupported, $"{name} is {FormatSniffer.Describe(bytes)}; JPEG, PNG, TIFF and WebP can be read. Convert it to one of these first.");
        Image image;
        try
        {
            Enums.FailOn failOn = strict ? Enums.FailOn.Error : Enums.FailOn.None;
            // The loaders are named, so that libvips never picks another one for what it finds inside the file.
            image = format switch
            {
                PictureFormat.Jpeg => Image.JpegloadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
                PictureFormat.Png => Image.PngloadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
                PictureFormat.Tiff => Image.TiffloadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
                _ => Image.WebploadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
            };
        }
        catch (VipsException e)
        {
            throw Damaged(name, format, e);
        }

        var picture = new VipsPicture(image, format, bytes);
        (int width, int height) = (picture.Width, picture.Height);
        if ((long)width * height <= maxPixels)
            return picture;
        picture.Dispose();
        throw new PictureException(
            PictureErrorKind.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"{name} has {width} × {height} pixels; the limit is {maxPixels / 1e6:0.#} million. Scale it down first."));
    }

    /// <summary>A block of metadata, or null where the file has none.</summary>
    /// <param name="field">libvips' name of the block.</param>
    public byte[]? Blob(string field) => _image.Contains(field) && _image.Get(field) is byte[] { Length: > 0 } bytes ? bytes : null;

    /// <summary>Decodes the pixels.</summary>
    /// <param name="prepared">This picture, or one made of it.</param>
    /// <param name="bytesPerPixel">Bytes of a pixel of <paramref name="prepared"/>; checked.</param>
    /// <param name="target">Receives the rows without padding.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="cancellationToken">Stops the decoder.</param>
    /// <exception cref="PictureException">The file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public unsafe void ReadPixels(Image prepared, int bytesPerPixel, byte* target, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        nint memory = 0;
        try
        {
            prepared.SetProgress(new NoProgress(), cancellationToken);
            memory = prepared.WriteToMemory(out ulong size);
            if (size != (ulong)prepared.Width * (ulong)prepared.Height * (ulong)bytesPerPixel)
                throw new PictureException(PictureErrorKind.Unreadable, $"{name} could not be decoded.");
            Buffer.MemoryCopy((void*)memory, target, size, size);
        }
        catch (VipsException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Damaged(name, Format, e);
        }
        finally
        {
            if (memory != 0)
                NetVips.NetVips.Free(memory);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();

    /// <summary>What libvips found where the block itself says nothing: BigTIFF files have no block that is read here.</summary>
    private ExifOrientation LoaderOrientation() =>
        _image.Contains("orientation") && _image.Get("orientation") is int value and >= 1 and <= 8 ? (ExifOrientation)value : ExifOrientation.Upright;

    private static PictureException Damaged(string name, PictureFormat format, VipsException cause) => new(
        PictureErrorKind.Unreadable, $"{name} is a damaged {format.ToString().ToUpperInvariant()} file ({FirstLine(cause)}).", cause);

    /// <summary>libvips puts its whole error buffer behind the first line of an exception; one line tells a user enough.</summary>
    private static string FirstLine(VipsException cause) =>
        cause.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).FirstOrDefault() ?? cause.Message;
}
