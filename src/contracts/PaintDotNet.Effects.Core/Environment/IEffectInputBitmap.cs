using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectInputBitmap : IBitmapSource, IInternalImpl
{
    IColorContext? ColorContext { get; }

    IBitmapLock Lock(RectInt32 rect);
}
