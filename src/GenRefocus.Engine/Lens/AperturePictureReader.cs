using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;
using EmbeddedPicture = GenRefocus.Settings.ApertureImage;

namespace GenRefocus.Engine;

/// <summary>Reads the picture that an aperture is made of.</summary>
internal static class AperturePictureReader
{
    // Rec. 709 luma of the file's own numbers: transmission is what the user painted, not light.
    private const float Red = 0.2126f, Green = 0.7152f, Blue = 0.0722f;

    /// <summary>Reads a file or an embedded PNG.</summary>
    /// <param name="image">Path or base64.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SettingsException">The picture is too large or black.</exception>
    /// <exception cref="PictureException">The picture cannot be read.</exception>
    public static AperturePicture Read(string image, int threads, CancellationToken cancellationToken)
    {
        PhotoReadOptions options = new() { Threads = threads, MaxPixels = (long)AperturePicture.LargestSide * AperturePicture.LargestSide };
        using Photo photo = EmbeddedPicture.IsEmbedded(image)
            ? PhotoReader.Read(new MemoryStream(EmbeddedPicture.Decode(image)), options, cancellationToken)
            : PhotoReader.Read(image, options, cancellationToken);
        using Plane<float> transmission = new(photo.Width, photo.Height);
        float scale = 1f / (photo.BitDepth == 8 ? byte.MaxValue : ushort.MaxValue);
        for (int y = 0; y < photo.Height; y++)
        {
            Span<float> row = transmission.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = Grey(photo.Samples, x, y, scale);
        }

        return new AperturePicture(transmission);
    }

    private static float Grey(SampleImage samples, int x, int y, float scale)
    {
        int first = x * samples.Channels;
        float grey = samples.IsGrey
            ? Sample(first)
            : (Red * Sample(first)) + (Green * Sample(first + 1)) + (Blue * Sample(first + 2));
        return samples.HasAlpha ? grey * Sample(first + samples.Channels - 1) : grey;

        float Sample(int index) => scale * (samples.BitDepth == 8 ? samples.Row8(y)[index] : samples.Row16(y)[index]);
    }
}
