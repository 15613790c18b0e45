using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>A picture in memory, as something the engine can take.</summary>
/// <param name="picture">Linear light; stays the caller's and must outlive this.</param>
internal sealed class PictureOfPixels(LinearImage picture) : IPictureSource
{
    /// <inheritdoc/>
    public ColourEncoding Encoding => ColourEncoding.Srgb;

    /// <inheritdoc/>
    public CaptureInfo Capture => CaptureInfo.Unknown;

    /// <inheritdoc/>
    public LinearImage ToLinear(int threads, CancellationToken cancellationToken = default)
    {
        LinearImage copy = new(picture.Width, picture.Height);
        copy.CopyFrom(picture);
        return copy;
    }
}
