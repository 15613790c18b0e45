using System.Runtime.InteropServices;
using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>Fills a tile of the host.</summary>
internal static class TileWriter
{
    /// <summary>Writes the result where there is one, else the source's own pixels.</summary>
    public static void Write(RefocusedPicture? result, IBitmapEffectEnvironment environment, RectInt32 bounds, RegionPtr<ColorBgra32> tile)
    {
        if (result is null || !result.Covers(bounds))
        {
            using IEffectInputBitmap<ColorBgra32> source = environment.GetSourceBitmapBgra32();
            using IBitmapLock<ColorBgra32> pixels = source.Lock(bounds);
            pixels.AsRegionPtr().CopyTo(tile);
        }

        if (result is not null)
            WriteResult(result, bounds, tile);
    }

    private static unsafe void WriteResult(RefocusedPicture result, RectInt32 bounds, RegionPtr<ColorBgra32> tile)
    {
        RectInt32 part = RectInt32.Intersect(bounds, result.Area);
        for (int y = part.Top; y < part.Bottom; y++)
        {
            ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(result.Row(part.Left, y, part.Width));
            byte* row = (byte*)tile.Ptr + ((long)(y - bounds.Top) * tile.Stride) + ((long)(part.Left - bounds.Left) * sizeof(uint));
            PixelOrder.Swap(from, new Span<uint>(row, part.Width));
        }
    }
}
