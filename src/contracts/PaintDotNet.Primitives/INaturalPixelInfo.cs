namespace PaintDotNet.Imaging;

public interface INaturalPixelInfo : IPixelInfo
{
    int BytesPerPixel { get; }
}
