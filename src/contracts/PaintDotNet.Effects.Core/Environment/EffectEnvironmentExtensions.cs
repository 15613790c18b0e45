using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public static class EffectEnvironmentExtensions
{
    public static IEffectInputBitmap GetSourceBitmap(this IEffectEnvironment environment, in PixelFormat pixelFormat) =>
        environment.Document.Layers[environment.SourceLayerIndex].GetBitmap(pixelFormat);

    public static IEffectInputBitmap<ColorBgra32> GetSourceBitmapBgra32(this IEffectEnvironment environment) =>
        (IEffectInputBitmap<ColorBgra32>)environment.GetSourceBitmap(PixelFormats.Bgra32);
}
