using NetVips;

namespace GenRefocus.Imaging;

/// <summary>A file opened by libvips: header known, pixels not yet decoded. Every error of libvips comes out as a <see cref="PictureException"/>.</summary>
internal sealed class VipsPicture : IDisposable
{
    // With a megabyte, the C library fetches fresh pages from the system for every band: three times slower.
    private const long BandBytes = 256 << 10;

    // JPEG decodes blocks of 8 or 16 rows.
    private const int BandStep = 16;

    private readonly Image _image;

    private VipsPicture(Image image, PictureFormat format, byte[] bytes)
    {
        _image = image;
        Format = format;
        Exif = format == PictureFormat.Tiff ? TiffExif.Extract(bytes) : ExifBlock.WithoutPrefix(Blob("exif-data"));
        // libheif has turned an AVIF picture already.
        Orientation = format == PictureFormat.Avif ? ExifOrientation.Upright : ExifBlock.ReadOrientation(Exif) ?? LoaderOrientation();
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

    /// <summary>Orientation that is to be applied: the tag of the file; a value outside 1 … 8 counts as upright.</summary>
    public ExifOrientation Orientation { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="format">Format of the file: none of those that only <see cref="MagickReader"/> reads.</param>
    /// <param name="maxPixels">Most pixels.</param>
    /// <param name="strict">Whether a damaged file is an error when its pixels are read; otherwise what can be read is given.</param>
    /// <exception cref="PictureException">The header is damaged or names too many pixels.</exception>
    public static VipsPicture Open(byte[] bytes, string name, PictureFormat format, long maxPixels, bool strict)
    {
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
                PictureFormat.Avif => Image.HeifloadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
                _ => Image.WebploadBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn),
            };
        }
        catch (VipsException e)
        {
            throw Damaged(name, format, e);
        }

        var picture = new VipsPicture(image, format, bytes);
        try
        {
            PictureLimits.Check(picture.Width, picture.Height, bytes.Length, maxPixels, name);
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    /// <summary>A block of metadata, or null where the file has none.</summary>
    /// <param name="field">libvips' name of the block.</param>
    public byte[]? Blob(string field) => _image.Contains(field) && _image.Get(field) is byte[] { Length: > 0 } bytes ? bytes : null;

    /// <summary>Receives decoded rows.</summary>
    /// <param name="y">First row.</param>
    /// <param name="rows">Some rows without padding; valid during the call alone.</param>
    public delegate void RowsReader(int y, ReadOnlySpan<byte> rows);

    /// <summary>Decodes the pixels from top to bottom, a quarter of a megabyte at a time: the whole picture is never held twice.</summary>
    /// <param name="prepared">This picture, or one made of it.</param>
    /// <param name="bytesPerPixel">Bytes of a pixel of <paramref name="prepared"/>; checked.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="take">Receives the rows.</param>
    /// <param name="cancellationToken">Stops the decoder.</param>
    /// <exception cref="PictureException">The file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void ReadRows(Image prepared, int bytesPerPixel, string name, RowsReader take, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int width = prepared.Width, height = prepared.Height;
        int band = (int)Math.Clamp(BandBytes / ((long)width * bytesPerPixel) / BandStep * BandStep, BandStep, int.MaxValue);
        try
        {
            prepared.SetProgress(new NoProgress(), cancellationToken);
            using Region region = Region.New(prepared);
            for (int y = 0; y < height; y += band)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int rows = Math.Min(band, height - y);
                byte[] bytes = region.Fetch(0, y, width, rows);
                if (bytes.LongLength != (long)width * rows * bytesPerPixel)
                    throw new PictureException(PictureErrorKind.Unreadable, $"{name} could not be decoded.");
                take(y, bytes);
            }
        }
        catch (VipsException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Damaged(name, Format, e);
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
