namespace GenRefocus.PaintDotNet;

/// <summary>Paint.NET stores blue, green, red, alpha; the engine takes and gives red, green, blue, alpha. The way there is the way back.</summary>
internal static class PixelOrder
{
    private const uint GreenAndAlpha = 0xFF00FF00, First = 0x000000FF, ThirdShift = 16;

    /// <summary>Copies pixels of four bytes, the first and the third swapped.</summary>
    public static void Swap(ReadOnlySpan<uint> from, Span<uint> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            uint pixel = from[i];
            to[i] = (pixel & GreenAndAlpha) | ((pixel & First) << (int)ThirdShift) | ((pixel >> (int)ThirdShift) & First);
        }
    }
}
