namespace PaintDotNet.Effects;

public interface IBitmapEffectDocumentInfo : IEffectDocumentInfo
{
}
