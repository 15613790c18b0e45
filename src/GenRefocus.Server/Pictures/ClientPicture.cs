using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>A client's picture in the form in which it was sent, so that untouched pixels can go back as they came.</summary>
internal abstract class ClientPicture : IPictureSource, IDisposable
{
    private protected ClientPicture(PlaneInfo layout, ColourEncoding? profile, CaptureInfo capture)
    {
        Layout = layout;
        Profile = profile;
        Capture = capture;
    }

    /// <summary>What was sent.</summary>
    public PlaneInfo Layout { get; }

    /// <summary>Curves of the ICC profile; null where there is none.</summary>
    public ColourEncoding? Profile { get; }

    /// <inheritdoc/>
    public ColourEncoding Encoding => PlaneEncoding.Of(Layout.Transfer, Profile);

    /// <inheritdoc/>
    public CaptureInfo Capture { get; }

    /// <summary>Bytes that it takes.</summary>
    public abstract long ByteLength { get; }

    /// <summary>Makes room for a picture.</summary>
    public static ClientPicture Create(PlaneInfo layout, ColourEncoding? profile, CaptureInfo capture) =>
        layout.IsFloat ? new FloatPicture(layout, profile, capture) : new IntegerPicture(layout, profile, capture);

    /// <summary>Takes rows as they were sent, without padding.</summary>
    public abstract void SetRow(int y, ReadOnlySpan<byte> row);

    /// <inheritdoc/>
    public abstract LinearImage ToLinear(int threads, CancellationToken cancellationToken = default);

    /// <summary>Encodes a rendered region in the picture's own layout; pixels that the render left alone become the bytes that were sent.</summary>
    /// <param name="image">The region, linear and premultiplied.</param>
    /// <param name="region">Where it lies; its corner on multiples of 8, the period of the dither.</param>
    /// <param name="output">Receives the rows.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract void Encode(LinearImage image, PixelRegion region, ResultPlane output, int threads, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract void Dispose();
}
