using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>A finished picture and how it was made. Owns the picture.</summary>
public sealed class RefocusResult : IDisposable
{
    internal RefocusResult(LinearImage picture, RefocusReport report)
    {
        Picture = picture;
        Report = report;
    }

    /// <summary>
    /// The picture of the view that was asked for, linear and premultiplied, in the photo's primaries. It has the size of the photo or of the region, but for the kernel view.
    /// </summary>
    public LinearImage Picture { get; }

    /// <summary>What was used and found.</summary>
    public RefocusReport Report { get; }

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();
}
