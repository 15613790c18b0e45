using System.Buffers.Binary;
using System.Text;

namespace GenRefocus.Imaging.Tests;

/// <summary>Builds EXIF blocks the way cameras do, independently of the product's writer: both byte orders, maker's note, second directory with a thumbnail.</summary>
internal sealed class ExifSample(bool littleEndian)
{
    public const int ThumbnailBytes = 600;
    public const string MakerNote = "MakerNote stays where it is";

    private readonly byte[] _block = new byte[1000 + ThumbnailBytes];
    private int _at;

    public ushort Orientation { get; init; } = 1;

    public uint Width { get; init; } = 64;

    public uint Height { get; init; } = 48;

    public ushort[] SubjectArea { get; init; } = [16, 12, 8, 4];

    public uint FocalLength35 { get; init; } = 35;

    public (uint Numerator, uint Denominator) SubjectDistance { get; init; } = (25, 10);

    public byte[] Build()
    {
        _at = 0;
        Put(littleEndian ? "II"u8 : "MM"u8);
        Put16(42);
        Put32(8);
        // First directory at 8: 6 entries; Exif at 300, GPS at 700, second directory at 900.
        Directory(8, 200, 900,
            (0x010F, 2, Ascii("Ricoh & Söhne")), (0x0110, 2, Ascii("Model 7")), (0x0112, 3, Shorts(Orientation)), (0x0132, 2, Ascii("2024:05:06 07:08:09")),
            (0x8769, 4, Longs(300)), (0x8825, 4, Longs(700)));
        Directory(300, 500, 0,
            (0x829A, 5, Longs(1, 250)), (0x829D, 5, Longs(28, 10)), (0x8827, 3, Shorts(400)), (0x9003, 2, Ascii("2024:05:06 07:08:09")),
            (0x9206, 5, Longs(SubjectDistance.Numerator, SubjectDistance.Denominator)), (0x920A, 5, Longs(50, 1)), (0x9214, 3, Shorts(SubjectArea)),
            (0x927C, 7, Encoding.ASCII.GetBytes(MakerNote)), (0xA002, 4, Longs(Width)), (0xA003, 4, Longs(Height)), (0xA405, 3, Shorts((ushort)FocalLength35)),
            (0xA434, 2, Ascii("Test Lens 50mm")));
        Directory(700, 780, 0,
            (0x0001, 2, Ascii("N")), (0x0002, 5, Longs(48, 1, 30, 1, 0, 1)), (0x0003, 2, Ascii("W")), (0x0004, 5, Longs(2, 1, 15, 1, 0, 1)),
            (0x0005, 1, [1]), (0x0006, 5, Longs(12, 1)));
        Directory(900, 960, 0, (0x0103, 3, Shorts(6)), (0x0201, 4, Longs(1000)), (0x0202, 4, Longs(ThumbnailBytes)));
        _block.AsSpan(1000).Fill(0xEE);
        return [.. _block];
    }

    private void Directory(int at, int valuesAt, uint next, params (ushort Tag, ushort Type, byte[] Value)[] entries)
    {
        _at = at;
        Put16((ushort)entries.Length);
        foreach ((ushort tag, ushort type, byte[] value) in entries)
        {
            Put16(tag);
            Put16(type);
            Put32((uint)(value.Length / TiffEntry.TypeSizes[type]));
            if (value.Length <= 4)
            {
                Put(value);
                Put(new byte[4 - value.Length]);
                continue;
            }

            Put32((uint)valuesAt);
            value.CopyTo(_block, valuesAt);
            valuesAt += value.Length + (value.Length % 2);
        }

        Put32(next);
    }

    private static byte[] Ascii(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    private byte[] Shorts(params ushort[] values) => [.. values.SelectMany(v => Bytes(v, 2))];

    private byte[] Longs(params uint[] values) => [.. values.SelectMany(v => Bytes(v, 4))];

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_block.AsSpan(_at));
        _at += bytes.Length;
    }

    private void Put16(ushort value) => Put(Bytes(value, 2));

    private void Put32(uint value) => Put(Bytes(value, 4));

    private byte[] Bytes(uint value, int count)
    {
        var bytes = new byte[4];
        if (littleEndian)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            return bytes[..count];
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes[(4 - count)..];
    }
}
