using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IBitmapEffectEnvironment : IEffectEnvironment2
{
    new IBitmapEffectDocumentInfo Document { get; }

    IImagingFactory ImagingFactory { get; }

    new IBitmapEffectSelectionInfo Selection { get; }
}
