namespace PaintDotNet.Imaging;

public interface IBitmapSource<TPixel> : IBitmapSource
    where TPixel : unmanaged, INaturalPixelInfo
{
}
