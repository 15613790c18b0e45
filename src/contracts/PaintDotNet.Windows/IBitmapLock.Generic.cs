namespace PaintDotNet.Imaging;

public unsafe interface IBitmapLock<TPixel> : IBitmapLock
    where TPixel : unmanaged, INaturalPixelInfo
{
    new TPixel* Buffer { get; }
}
