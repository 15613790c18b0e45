using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectDocumentInfo : IObjectRef, IInternalImpl
{
    IReadOnlyList<IEffectLayerInfo> Layers { get; }

    IEffectDocumentMetadata Metadata { get; }

    SizeInt32 Size { get; }
}
