using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectLayerInfo : IObjectRef, IInternalImpl
{
    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);
}
