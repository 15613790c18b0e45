using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffect : IObjectRef
{
}
