namespace PaintDotNet.Imaging;

public interface INaturalPixelInfo<TPixel> : INaturalPixelInfo, IEquatable<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo<TPixel>
{
}
