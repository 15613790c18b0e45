using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>A tile that an effect fills.</summary>
internal sealed class HostTile(RectInt32 bounds) : IBitmapEffectOutput
{
    public RectInt32 Bounds => bounds;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public HostPixels Pixels { get; } = new(bounds.Width, bounds.Height);

    public IBitmapLock Lock(in PixelFormat pixelFormat) =>
        pixelFormat == PixelFormats.Bgra32 ? new HostLock(Pixels, new RectInt32(0, 0, bounds.Width, bounds.Height)) : throw new NotSupportedException();
}
