using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRefocus.PaintDotNet;

/// <summary>Paint.NET stores blue, green, red, alpha; the engine takes and gives red, green, blue, alpha. The way there is the way back.</summary>
internal static class PixelOrder
{
    private const uint GreenAndAlpha = 0xFF00FF00, First = 0x000000FF;
    private const int ThirdShift = 16;

    private static Vector128<byte> Swapped => Vector128.Create((byte)2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15);

    /// <summary>Copies pixels of four bytes, the first and the third swapped.</summary>
    /// <param name="from">The pixels.</param>
    /// <param name="to">Receives them; as many.</param>
    public static void Swap(ReadOnlySpan<uint> from, Span<uint> to)
    {
        ReadOnlySpan<Vector128<byte>> four = MemoryMarshal.Cast<uint, Vector128<byte>>(from);
        Span<Vector128<byte>> copies = MemoryMarshal.Cast<uint, Vector128<byte>>(to[..from.Length]);
        for (int i = 0; i < four.Length; i++)
            copies[i] = Vector128.Shuffle(four[i], Swapped);
        for (int i = four.Length * Vector128<uint>.Count; i < from.Length; i++)
            to[i] = Swap(from[i]);
    }

    private static uint Swap(uint pixel) => (pixel & GreenAndAlpha) | ((pixel & First) << ThirdShift) | ((pixel >> ThirdShift) & First);
}
