namespace PaintDotNet.Effects;

public abstract record BitmapEffectOptionsFactory : EffectOptionsBase
{
    internal BitmapEffectOptionsFactory()
    {
    }

    public static BitmapEffectOptions Create() => new();
}
