namespace PaintDotNet.Effects;

public record BitmapEffectOptions : BitmapEffectOptionsFactory, IBitmapEffectOptions
{
    internal BitmapEffectOptions()
    {
    }
}
