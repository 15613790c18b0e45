using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Reads a classic TIFF structure in either byte order, with every offset checked. EXIF blocks and TIFF files are both built this way.</summary>
internal readonly ref struct TiffView
{
    /// <summary>Bytes of a directory entry.</summary>
    public const int EntryBytes = 12;

    private readonly ReadOnlySpan<byte> _bytes;

    private TiffView(ReadOnlySpan<byte> bytes, bool littleEndian)
    {
        _bytes = bytes;
        IsLittleEndian = littleEndian;
    }

    /// <summary>Whether the block is in Intel order.</summary>
    public bool IsLittleEndian { get; }

    /// <summary>Offset of the first directory.</summary>
    public uint FirstDirectory => UInt32(4);

    /// <summary>Opens a block.</summary>
    /// <param name="bytes">The block, starting with II or MM.</param>
    /// <param name="view">The reader.</param>
    /// <returns>Whether it is a classic TIFF structure.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, out TiffView view)
    {
        bool little = bytes.StartsWith("II*\0"u8);
        view = new TiffView(bytes, little);
        return bytes.Length >= 8 && (little || bytes.StartsWith("MM\0*"u8));
    }

    /// <summary>The positions of a directory's entries, none where the directory lies outside the block.</summary>
    /// <param name="directory">Offset of the directory.</param>
    public List<int> Entries(uint directory)
    {
        var positions = new List<int>();
        if (directory < 8 || (ulong)directory + 2 > (ulong)_bytes.Length)
            return positions;
        int count = UInt16((int)directory);
        for (int i = 0; i < count; i++)
        {
            long at = directory + 2L + (i * (long)EntryBytes);
            if (at + EntryBytes > _bytes.Length)
                break;
            positions.Add((int)at);
        }

        return positions;
    }

    /// <summary>Position of the link to the next directory, or −1 where the block ends before.</summary>
    /// <param name="directory">Offset of the directory.</param>
    public int NextLink(uint directory)
    {
        if (directory < 8 || (ulong)directory + 2 > (ulong)_bytes.Length)
            return -1;
        long at = directory + 2L + (UInt16((int)directory) * (long)EntryBytes);
        return at + 4 > _bytes.Length ? -1 : (int)at;
    }

    /// <summary>Position of the entry with a tag, or −1.</summary>
    /// <param name="directory">Offset of the directory.</param>
    /// <param name="tag">The tag.</param>
    public int Find(uint directory, ushort tag)
    {
        foreach (int at in Entries(directory))
        {
            if (UInt16(at) == tag)
                return at;
        }

        return -1;
    }

    /// <summary>Offset that a pointer tag holds, or 0.</summary>
    /// <param name="directory">Offset of the directory.</param>
    /// <param name="tag">The pointer tag.</param>
    public uint Pointer(uint directory, ushort tag)
    {
        int at = Find(directory, tag);
        return at < 0 ? 0 : UInt32(at + 8);
    }

    /// <summary>Where the values of an entry lie.</summary>
    /// <param name="entry">Position of the entry.</param>
    /// <param name="position">Position of the first value.</param>
    /// <param name="length">Bytes of all values.</param>
    /// <returns>Whether type and place are sound.</returns>
    public bool TryLocate(int entry, out int position, out int length)
    {
        position = length = 0;
        int type = UInt16(entry + 2);
        if (type == 0 || type >= TiffEntry.TypeSizes.Length)
            return false;
        ulong bytes = (ulong)UInt32(entry + 4) * TiffEntry.TypeSizes[type];
        ulong at = bytes <= 4 ? (ulong)entry + 8 : UInt32(entry + 8);
        if (bytes > (ulong)_bytes.Length || at + bytes > (ulong)_bytes.Length)
            return false;
        (position, length) = ((int)at, (int)bytes);
        return true;
    }

    /// <summary>An entry with its values in little-endian order, or null where it is damaged.</summary>
    /// <param name="entry">Position of the entry.</param>
    public TiffEntry? Read(int entry)
    {
        if (!TryLocate(entry, out int position, out int length))
            return null;
        ushort type = UInt16(entry + 2);
        byte[] value = _bytes.Slice(position, length).ToArray();
        int unit = TiffEntry.SwapSizes[type];
        for (int i = 0; !IsLittleEndian && i < value.Length; i += unit)
            value.AsSpan(i, unit).Reverse();
        return new TiffEntry(UInt16(entry), type, UInt32(entry + 4), value);
    }

    /// <summary>A 16-bit number.</summary>
    /// <param name="at">Position; must lie in the block.</param>
    public ushort UInt16(int at) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);

    /// <summary>A 32-bit number.</summary>
    /// <param name="at">Position; must lie in the block.</param>
    public uint UInt32(int at) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(_bytes[at..]);
}
