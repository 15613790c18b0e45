using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectDocumentMetadata : IInternalImpl
{
    IReadOnlyList<ExifPropertyItem> ExifPropertyItems { get; }
}
