using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>A layer's bitmap, to be read.</summary>
internal sealed unsafe class HostBitmap(HostPixels pixels) : HostObject, IEffectInputBitmap<ColorBgra32>
{
    public IColorContext? ColorContext => null;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public Vector2Double Resolution => new(96);

    public SizeInt32 Size => pixels.Size;

    public IBitmapLock<ColorBgra32> Lock(RectInt32 rect) => new HostLock(pixels, rect);

    IBitmapLock IEffectInputBitmap.Lock(RectInt32 rect) => Lock(rect);

    public void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect) => throw new NotSupportedException();

    public IPalette? GetPalette() => null;
}
