using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Puts an EXIF block into a finished PNG file: an eXIf chunk (PNG 3rd edition, 11.3.4.5) behind the header chunk.</summary>
internal static class PngExif
{
    /// <summary>Signature and IHDR chunk, always of this length.</summary>
    private const int HeadBytes = 8 + 25;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Writes the file.</summary>
    /// <param name="file">PNG file without EXIF.</param>
    /// <param name="exif">The block.</param>
    /// <param name="output">Receives the file.</param>
    public static void Write(ReadOnlySpan<byte> file, ReadOnlySpan<byte> exif, Stream output)
    {
        output.Write(file[..HeadBytes]);
        ReadOnlySpan<byte> type = "eXIf"u8;
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, exif.Length);
        output.Write(number);
        output.Write(type);
        output.Write(exif);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), exif));
        output.Write(number);
        output.Write(file[HeadBytes..]);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            table[i] = crc;
        }

        return table;
    }
}
