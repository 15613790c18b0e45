using System.Text;
using System.Text.RegularExpressions;
using NetVips;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads depth pictures: PNG and TIFF, also JPEG and WebP, grey, or colour with three equal channels; 8 or 16 bits or floats. Alpha is not looked at. An orientation tag is
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
        VipsRuntime.Use(options.Threads);
        using VipsPicture picture = VipsPicture.Open(bytes, name, options.MaxPixels, strict: true);
        DepthSampleKind kind = picture.Image.Format switch
        {
            Enums.BandFormat.Uchar => DepthSampleKind.Integer8,
            Enums.BandFormat.Ushort => DepthSampleKind.Integer16,
            Enums.BandFormat.Float or Enums.BandFormat.Double => DepthSampleKind.Float,
            Enums.BandFormat other => throw new PictureException(
                PictureErrorKind.Unsupported, $"{name} has samples of the kind \"{other}\"; depth needs 8 or 16 bits, or floats."),
        };
        if (picture.Image.Interpretation == Enums.Interpretation.Cmyk)
            throw NotGrey(name);

        using Image floats = picture.Image.Cast(Enums.BandFormat.Float);
        Plane<float> values = ReadUpright(picture, floats, name, cancellationToken);
        return new DepthFile(values, kind, SaysMetres(picture, bytes));
    }

    private static unsafe Plane<float> ReadUpright(VipsPicture picture, Image floats, string name, CancellationToken cancellationToken)
    {
        int width = floats.Width, height = floats.Height, bands = floats.Bands;
        using var samples = new AlignedMemory<float>((long)width * height * bands);
        picture.ReadPixels(floats, bands * sizeof(float), (byte*)samples.Pointer, name, cancellationToken);
        ExifOrientation orientation = picture.Orientation;
        var plane = orientation.SwapsSides() ? new Plane<float>(height, width) : new Plane<float>(width, height);
        try
        {
            for (int y = 0; y < height; y++)
            {
                var row = new ReadOnlySpan<float>(samples.Pointer + ((long)y * width * bands), width * bands);
                for (int x = 0; x < width; x++)
                {
                    ReadOnlySpan<float> pixel = row.Slice(x * bands, bands);
                    if (bands >= 3 && !(SameBits(pixel[0], pixel[1]) && SameBits(pixel[1], pixel[2])))
                        throw NotGrey(name);
                    (double uprightX, double uprightY) = orientation.ToUpright(x + 0.5, y + 0.5, width, height);
                    plane[(int)uprightX, (int)uprightY] = pixel[0];
                }
            }

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
