using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public interface IPalette : IObjectRef, IInternalImpl
{
}
