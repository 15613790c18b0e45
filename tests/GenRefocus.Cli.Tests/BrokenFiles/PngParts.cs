using System.Buffers.Binary;
using System.IO.Compression;

namespace GenRefocus.Cli.Tests;

/// <summary>PNG files put together by hand, with any header.</summary>
internal static class PngParts
{
    public static byte[] Signature => [0x89, .. "PNG\r\n\u001a\n"u8];

    public static byte[] File(uint width, uint height, byte bits, byte colour, byte[] filtered) =>
        [.. Signature, .. Header(width, height, bits, colour), .. Chunk("IDAT"u8, Zlib(filtered)), .. Chunk("IEND"u8, [])];

    public static byte[] Header(uint width, uint height, byte bits, byte colour)
    {
        var content = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(content, width);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(4), height);
        content[8] = bits;
        content[9] = colour;
        return Chunk("IHDR"u8, content);
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    public static byte[] Zlib(ReadOnlySpan<byte> content)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
