using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>Direct access to a rectangle of pixels.</summary>
internal sealed unsafe class HostLock : HostObject, IBitmapLock<ColorBgra32>
{
    private readonly HostPixels _pixels;
    private readonly RectInt32 _rect;

    public HostLock(HostPixels pixels, RectInt32 rect)
    {
        if (rect.IsEmpty || rect.Left < 0 || rect.Top < 0 || rect.Right > pixels.Width || rect.Bottom > pixels.Height)
            throw new ArgumentOutOfRangeException(nameof(rect));
        (_pixels, _rect) = (pixels, rect);
    }

    public ColorBgra32* Buffer => (ColorBgra32*)_pixels.At(_rect.X, _rect.Y);

    void* IBitmapLock.Buffer => Buffer;

    public uint BufferSize => (uint)(((_rect.Height - 1) * _pixels.Stride) + (_rect.Width * 4));

    public int BufferStride => _pixels.Stride;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public SizeInt32 Size => _rect.Size;
}
