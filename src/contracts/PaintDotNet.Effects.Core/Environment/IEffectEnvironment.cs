using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffectEnvironment : IObjectRef, IInternalImpl
{
    IEffectDocumentInfo Document { get; }

    IEffectSelectionInfo Selection { get; }

    int SourceLayerIndex { get; }
}
