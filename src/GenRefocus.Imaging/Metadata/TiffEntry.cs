namespace GenRefocus.Imaging;

/// <summary>One entry of a TIFF directory.</summary>
/// <param name="Tag">What it is.</param>
/// <param name="Type">Type of its values, 1 to 13 (TIFF 6.0, section 2, and the TIFF/EP IFD type).</param>
/// <param name="Count">Number of values.</param>
/// <param name="Value">The values in little-endian order.</param>
internal sealed record TiffEntry(ushort Tag, ushort Type, uint Count, byte[] Value)
{
    /// <summary>Bytes of a value of each type; 0 = no such type.</summary>
    public static ReadOnlySpan<byte> TypeSizes => [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    /// <summary>Bytes that are reversed together when the byte order changes: a rational is two numbers.</summary>
    public static ReadOnlySpan<byte> SwapSizes => [0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4];
}
