using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public interface IImagingFactory : IObjectRef, IInternalImpl
{
    IBitmapSource CreateBitmapClipper(IBitmapSource source, RectInt32 rect);
}
