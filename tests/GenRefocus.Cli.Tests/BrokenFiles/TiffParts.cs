using System.Buffers.Binary;

namespace GenRefocus.Cli.Tests;

/// <summary>Little-endian TIFF files put together by hand: any entry, any link.</summary>
internal static class TiffParts
{
    private const int EntryBytes = 12;

    /// <summary>A grey picture whose entries may be changed; its pixels follow the directory.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">What is stored.</param>
    /// <param name="next">Offset of the next directory.</param>
    /// <param name="changes">Tags with other values.</param>
    public static byte[] Grey(uint width, uint height, byte[] pixels, uint next = 0, params (ushort Tag, uint Value)[] changes)
    {
        SortedDictionary<ushort, uint> entries = new()
        {
            [256] = width, [257] = height, [258] = 8, [259] = 1, [262] = 1, [273] = 0, [277] = 1, [278] = height, [279] = (uint)pixels.Length,
        };
        entries[273] = (uint)(8 + 2 + (EntryBytes * (entries.Count + changes.Count(c => !entries.ContainsKey(c.Tag)))) + 4);
        foreach ((ushort tag, uint value) in changes)
            entries[tag] = value;
        return [.. Header(8), .. Directory(entries, next), .. pixels];
    }

    public static byte[] Header(uint directory)
    {
        byte[] header = [.. "II*\0"u8, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), directory);
        return header;
    }

    public static byte[] Directory(SortedDictionary<ushort, uint> entries, uint next)
    {
        const ushort longType = 4;
        var bytes = new byte[2 + (EntryBytes * entries.Count) + 4];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)entries.Count);
        int at = 2;
        foreach ((ushort tag, uint value) in entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), longType);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), 1);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 8), value);
            at += EntryBytes;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), next);
        return bytes;
    }
}
