using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>How the effect wants to be rendered.</summary>
internal sealed class HostRenderInfo : IBitmapEffectRenderInfo
{
    public BitmapEffectRenderingFlags Flags { get; set; }

    public PixelFormat OutputPixelFormat { get; set; } = PixelFormats.Bgra32;

    public BitmapEffectRenderingSchedule Schedule { get; set; } = BitmapEffectRenderingSchedule.HorizontalStrips;
}
