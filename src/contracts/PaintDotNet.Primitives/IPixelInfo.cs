namespace PaintDotNet.Imaging;

public interface IPixelInfo : IInternalImpl
{
}
