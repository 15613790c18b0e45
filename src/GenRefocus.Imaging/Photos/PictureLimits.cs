using System.Globalization;

namespace GenRefocus.Imaging;

/// <summary>Refuses pictures by what their headers say, before memory is taken for them.</summary>
internal static class PictureLimits
{
    /// <summary>Pixels up to which any compression is believed: 32 million.</summary>
    public const long UnsuspectedPixels = 1L << 25;

    /// <summary>
    /// Most pixels a byte of the file above that: 100. Photos have 1 to 30, blank RGBA pictures of 16 bits under DEFLATE, which packs at most 1032 bytes into one, 129:
    /// a file with more than 100 is cut short or made to fill memory.
    /// </summary>
    public const long MaxPixelsPerByte = 100;

    /// <summary>Checks a picture's size.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="fileBytes">Size of the file.</param>
    /// <param name="maxPixels">Most pixels.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="PictureException">There are too many (<see cref="PictureErrorKind.TooLarge"/>), or far more than a file of this size can hold.</exception>
    public static void Check(long width, long height, long fileBytes, long maxPixels, string name)
    {
        long pixels = width * height;
        if (pixels > maxPixels)
        {
            throw new PictureException(
                PictureErrorKind.TooLarge, Text($"{name} has {width} × {height} pixels; the limit is {maxPixels / 1e6:0.#} million. Scale it down first."));
        }

        if (pixels > UnsuspectedPixels && pixels / MaxPixelsPerByte > fileBytes)
        {
            throw new PictureException(
                PictureErrorKind.TooLarge, Text($"{name} says that it has {width} × {height} pixels, but is only {fileBytes} bytes long: it is damaged or no photo."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
