using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenRefocus.Imaging;

/// <summary>Packs a row of coloured pixels into dithered bytes, four pixels at a time; the same bytes as <see cref="OrderedDither.Quantise"/> gives one by one.</summary>
internal static class DitheredPixels
{
    private const int Pixels = 4, AlphaLane = 3;

    // Division by 257 as a product: exact below 2^24 / 255, and a code with its offset is at most 65,791.
    private const uint Inverse = 65281;
    private const int InverseShift = 24;

    private static Vector128<byte> WithoutAlpha => Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);

    /// <summary>Packs as many pixels as fit; the rest of the row is the caller's.</summary>
    /// <param name="codes">16-bit codes, four a pixel; the fourth is without meaning.</param>
    /// <param name="straight">The pixels' alpha, in the fourth lane; 0 … 1.</param>
    /// <param name="untouched">Which pixels keep their original bytes.</param>
    /// <param name="original">The original bytes, as many as the row's; empty where none is kept.</param>
    /// <param name="row">Receives the bytes; three or four a pixel.</param>
    /// <param name="y">Row of the full picture.</param>
    /// <returns>How many pixels were packed.</returns>
    public static int Pack(
        ReadOnlySpan<int> codes, ReadOnlySpan<Vector4> straight, UntouchedPixels untouched, ReadOnlySpan<byte> original, Span<byte> row, int y)
    {
        ReadOnlySpan<int> offsets = OrderedDither.Row(y);
        int channels = row.Length / straight.Length, x = 0;
        bool hasAlpha = channels == Pixels;
        for (; x + Pixels <= straight.Length && (x * channels) + Vector128<byte>.Count <= row.Length; x += Pixels)
        {
            Vector128<byte> packed = Vector128.Narrow(
                Vector128.Narrow(Bytes(codes, straight, offsets, x, hasAlpha), Bytes(codes, straight, offsets, x + 1, hasAlpha)),
                Vector128.Narrow(Bytes(codes, straight, offsets, x + 2, hasAlpha), Bytes(codes, straight, offsets, x + 3, hasAlpha)));
            if (!hasAlpha)
                packed = Vector128.Shuffle(packed, WithoutAlpha);
            if (!original.IsEmpty)
            {
                Vector128<byte> kept = untouched.Four(x);
                if (!hasAlpha)
                    kept = Vector128.Shuffle(kept, WithoutAlpha);
                packed = Vector128.ConditionalSelect(kept, Vector128.Create(original[(x * channels)..]), packed);
            }

            packed.CopyTo(row[(x * channels)..]);
        }

        return x;
    }

    private static Vector128<uint> Bytes(ReadOnlySpan<int> codes, ReadOnlySpan<Vector4> straight, ReadOnlySpan<int> offsets, int x, bool hasAlpha)
    {
        Vector128<int> code = Vector128.Create(codes.Slice(Pixels * x, Pixels)) + Vector128.Create(offsets[x % OrderedDither.Size]);
        Vector128<uint> bytes = Vector128.ShiftRightLogical(code.AsUInt32() * Inverse, InverseShift);
        if (!hasAlpha)
            return bytes;
        return bytes.WithElement(AlphaLane, (uint)(int)((straight[x].W * byte.MaxValue) + 0.5f));
    }
}
