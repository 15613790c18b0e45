using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using NetVips;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads depth pictures: PNG and TIFF, also JPEG, WebP and AVIF, grey, or colour with three equal channels; 8 or 16 bits or floats. Alpha is not looked at. An orientation tag is
/// obeyed as in photos.
/// </summary>
public static partial class DepthReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PictureException">The file cannot be read, is damaged, or is a colour picture.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DepthFile Read(string path, PhotoReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(FileBytes.Read(path), path, options, cancellationToken);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream, at the start of the file; it need not seek.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PictureException">The content cannot be read, is damaged, or is a colour picture.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DepthFile Read(Stream stream, PhotoReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        const string name = "The depth input";
        return Read(FileBytes.Read(stream, name), name, options, cancellationToken);
    }

    private static DepthFile Read(byte[] bytes, string name, PhotoReadOptions? options, CancellationToken cancellationToken)
    {
        options ??= new PhotoReadOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        PictureFormat format = FormatSniffer.DetectOrRefuse(bytes, name);
        if (format is PictureFormat.Heic or PictureFormat.JpegXl)
            throw new PictureException(PictureErrorKind.Unsupported, $"{name} is a HEIC or JPEG XL picture, which depth is not read from. Save the depth as PNG or TIFF.");
        VipsRuntime.Use(options.Threads);
        using VipsPicture picture = VipsPicture.Open(bytes, name, format, options.MaxPixels, strict: true);
        DepthSampleKind kind = picture.Image.Format switch
        {
            Enums.BandFormat.Uchar => DepthSampleKind.Integer8,
            Enums.BandFormat.Ushort => DepthSampleKind.Integer16,
            Enums.BandFormat.Float or Enums.BandFormat.Double => DepthSampleKind.Float,
            Enums.BandFormat other => throw new PictureException(
                PictureErrorKind.Unsupported, $"{name} has samples of the kind \"{other}\"; depth needs 8 or 16 bits, or floats."),
        };
        if (picture.Image.Interpretation == Enums.Interpretation.Cmyk || picture.Image.Bands > 4)
            throw NotGrey(name);

        using Image floats = picture.Image.Cast(Enums.BandFormat.Float);
        Plane<float> values = ReadUpright(picture, floats, name, cancellationToken);
        return new DepthFile(values, kind, SaysMetres(picture, bytes));
    }

    private static Plane<float> ReadUpright(VipsPicture picture, Image floats, string name, CancellationToken cancellationToken)
    {
        int width = floats.Width, height = floats.Height, bands = floats.Bands;
        ExifOrientation orientation = picture.Orientation;
        var plane = orientation.SwapsSides() ? new Plane<float>(height, width) : new Plane<float>(width, height);
        try
        {
            void Take(int first, ReadOnlySpan<byte> rows)
            {
                ReadOnlySpan<float> samples = MemoryMarshal.Cast<byte, float>(rows);
                for (int i = 0; i < samples.Length / bands; i++)
                {
                    ReadOnlySpan<float> pixel = samples.Slice(i * bands, bands);
                    if (bands >= 3 && !(SameBits(pixel[0], pixel[1]) && SameBits(pixel[1], pixel[2])))
                        throw NotGrey(name);
                    (int y, int x) = Math.DivRem(i, width);
                    (double uprightX, double uprightY) = orientation.ToUpright(x + 0.5, first + y + 0.5, width, height);
                    plane[(int)uprightX, (int)uprightY] = pixel[0];
                }
            }

            picture.ReadRows(floats, bands * sizeof(float), name, Take, cancellationToken);
            return plane;
        }
        catch
        {
            plane.Dispose();
            throw;
        }
    }

    private static bool SameBits(float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);

    private static PictureException NotGrey(string name) => new(
        PictureErrorKind.Unsupported, $"{name} is a colour picture; depth has to be grey. A colour-mapped depth view cannot be read back: export the depth itself.");

    private static bool SaysMetres(VipsPicture picture, byte[] bytes)
    {
        string xmp = Encoding.UTF8.GetString(picture.Blob("xmp-data") ?? []);
        return GDepthMetres().IsMatch(xmp) || (picture.Format == PictureFormat.Tiff && MetresWord().IsMatch(Description(bytes)));
    }

    private static string Description(byte[] bytes)
    {
        TiffEntry? description = ExifTags.Read(bytes).Primary.FirstOrDefault(e => e.Tag == TiffTag.ImageDescription);
        return description is null ? "" : Encoding.UTF8.GetString(description.Value);
    }

    [GeneratedRegex(@"\b(metres?|meters?)\b|\bunits?\s*[:=]\s*m\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetresWord();

    [GeneratedRegex(@"GDepth:Units\s*(=\s*[""']|>)\s*m(et(re|er)s?)?\s*[""'<]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GDepthMetres();
}
