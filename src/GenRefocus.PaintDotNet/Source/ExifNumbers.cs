using System.Buffers.Binary;
using PaintDotNet.Imaging;

namespace GenRefocus.PaintDotNet;

/// <summary>Reads numbers of EXIF, which Paint.NET keeps in little-endian order.</summary>
internal static class ExifNumbers
{
    private const int ShortBytes = 2, LongBytes = 4, RationalBytes = 8;

    /// <summary>Reads a value's numbers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">Numbers that it may have.</param>
    /// <returns>Finite numbers; none where the value is of another kind, has too many, or divides by zero.</returns>
    public static double[] Read(ExifValue value, int most)
    {
        int size = value.Type switch
        {
            ExifValueType.Short => ShortBytes,
            ExifValueType.Long => LongBytes,
            ExifValueType.Rational => RationalBytes,
            _ => 0,
        };
        int count = size == 0 ? 0 : value.Data.Count / size;
        if (count == 0 || count > most)
            return [];
        byte[] bytes = [.. value.Data];
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
            numbers[i] = One(bytes.AsSpan(i * size, size));
        return Array.TrueForAll(numbers, double.IsFinite) ? numbers : [];
    }

    private static double One(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        ShortBytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        LongBytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes) / (double)BinaryPrimitives.ReadUInt32LittleEndian(bytes[LongBytes..]),
    };
}
