using System.Runtime.InteropServices;
using GenRefocus.PaintDotNet.Tests.Engines;
using GenRefocus.PaintDotNet.Tests.Host;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Rendering;

/// <summary>What a layer looks like.</summary>
internal static class Expected
{
    /// <summary>What the fake engine makes of a layer.</summary>
    public static HostPixels Fake(HostPixels source, double fNumber)
    {
        HostPixels made = new(source.Width, source.Height);
        for (int i = 0; i < source.Bytes.Length; i++)
            made.Bytes[i] = i % 4 == 3 ? source.Bytes[i] : FakeEngine.Pixel(source.Bytes[i], fNumber);
        return made;
    }

    /// <summary>Whether two layers are alike in a rectangle.</summary>
    public static bool IsAlike(HostPixels one, HostPixels other, RectInt32 part)
    {
        for (int y = part.Top; y < part.Bottom; y++)
        {
            if (!Row(one, part, y).SequenceEqual(Row(other, part, y)))
                return false;
        }

        return true;
    }

    /// <summary>Whether two layers are alike.</summary>
    public static bool IsAlike(HostPixels one, HostPixels other) => one.Bytes.AsSpan().SequenceEqual(other.Bytes);

    private static ReadOnlySpan<uint> Row(HostPixels pixels, RectInt32 part, int y) =>
        MemoryMarshal.Cast<byte, uint>(pixels.Bytes).Slice((y * pixels.Width) + part.Left, part.Width);
}
