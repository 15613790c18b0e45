namespace PaintDotNet.Effects;

public interface IBitmapEffectSelectionInfo : IEffectSelectionInfo
{
}
