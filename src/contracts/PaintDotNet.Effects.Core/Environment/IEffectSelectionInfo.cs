using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectSelectionInfo : IObjectRef, IInternalImpl
{
    RectInt32 RenderBounds { get; }

    IReadOnlyList<RectInt32> RenderScans { get; }
}
