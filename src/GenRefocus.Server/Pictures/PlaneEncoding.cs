using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>The curves behind a plane's transfer.</summary>
internal static class PlaneEncoding
{
    private static readonly ColourEncoding Linear = ColourEncoding.Uniform(new ToneCurve(static value => value));

    /// <summary>The curves; sRGB's where a profile is asked for and there is none.</summary>
    public static ColourEncoding Of(PlaneTransfer transfer, ColourEncoding? profile) => transfer switch
    {
        PlaneTransfer.Linear => Linear,
        PlaneTransfer.Icc => profile ?? ColourEncoding.Srgb,
        _ => ColourEncoding.Srgb,
    };
}
