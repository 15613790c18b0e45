using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Writes little-endian TIFF directories behind one another.</summary>
internal static class TiffDirectoryWriter
{
    /// <summary>Writes a directory with its values behind it.</summary>
    /// <param name="output">Receives the directory at its end.</param>
    /// <param name="start">Offset within the TIFF structure of the output's first byte; even.</param>
    /// <param name="entries">The entries, in any order, each tag once.</param>
    /// <param name="next">Link to the next directory, 0 = none.</param>
    /// <returns>Offset of the directory within the TIFF structure.</returns>
    public static uint Write(MemoryStream output, long start, IEnumerable<TiffEntry> entries, uint next = 0)
    {
        PadToEven(output);
        TiffEntry[] sorted = [.. entries.OrderBy(e => e.Tag)];
        long directory = start + output.Length;
        long valuesAt = directory + 2 + (sorted.Length * (long)TiffView.EntryBytes) + 4;
        var values = new MemoryStream();
        Span<byte> number = stackalloc byte[TiffView.EntryBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(number, checked((ushort)sorted.Length));
        output.Write(number[..2]);
        foreach (TiffEntry entry in sorted)
        {
            number.Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(number, entry.Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(number[2..], entry.Type);
            BinaryPrimitives.WriteUInt32LittleEndian(number[4..], entry.Count);
            if (entry.Value.Length <= 4)
            {
                entry.Value.CopyTo(number[8..]);
            }
            else
            {
                PadToEven(values);
                BinaryPrimitives.WriteUInt32LittleEndian(number[8..], checked((uint)(valuesAt + values.Length)));
                values.Write(entry.Value);
            }

            output.Write(number);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(number, next);
        output.Write(number[..4]);
        values.WriteTo(output);
        return checked((uint)directory);
    }

    /// <summary>An entry that points to another directory.</summary>
    /// <param name="tag">The pointer tag.</param>
    /// <param name="offset">Where the directory lies.</param>
    public static TiffEntry Pointer(ushort tag, uint offset)
    {
        var value = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(value, offset);
        return new TiffEntry(tag, TiffTag.LongType, 1, value);
    }

    private static void PadToEven(MemoryStream stream)
    {
        if (stream.Length % 2 != 0)
            stream.WriteByte(0);
    }
}
