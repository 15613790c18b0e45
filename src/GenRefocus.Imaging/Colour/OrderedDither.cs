namespace GenRefocus.Imaging;

/// <summary>
/// Ordered dither of the last quantisation to 8 bits (8 × 8 matrix of B. E. Bayer, 1973), worked out in integers from the 16-bit code, so that it is the
/// same on every machine. Position is that of the full picture. The mean over a tile is the undithered value to within 1/257 of a level, the offset is at most half a level
/// either way, and a code that 8 bits hold exactly stays what it is.
/// </summary>
internal static class OrderedDither
{
    /// <summary>Side of the matrix.</summary>
    public const int Size = 8;

    /// <summary>A level of 8 bits in 16-bit codes.</summary>
    private const int Level = 257;

    private static readonly int[] Offsets = MakeOffsets();

    /// <summary>The row of offsets for a picture row.</summary>
    /// <param name="y">Row of the full picture.</param>
    public static ReadOnlySpan<int> Row(int y) => Offsets.AsSpan((y & (Size - 1)) * Size, Size);

    /// <summary>Quantises a 16-bit code to 8 bits.</summary>
    /// <param name="code">0 … 65535.</param>
    /// <param name="offset">Offset of this position, 0 … 256.</param>
    public static int Quantise(int code, int offset) => (code + offset) / Level;

    private static int[] MakeOffsets()
    {
        var offsets = new int[Size * Size];
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                // Bit-interleaving of x ^ y and y, most significant first, is Bayer's matrix.
                int rank = 0;
                for (int bit = 0; bit < 3; bit++)
                    rank = (rank << 2) | ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1);
                offsets[(y * Size) + x] = ((2 * rank) + 1) * Level / (2 * Size * Size);
            }
        }

        return offsets;
    }
}
