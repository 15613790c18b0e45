namespace GenRefocus.Imaging;

/// <summary>
/// The tags of a photo taken out of their block, so that they can be laid out anew. MakerNote and the interoperability directory stay behind: the former is full of
/// offsets that only its maker knows, the latter says how a JPEG file is named.
/// </summary>
/// <param name="Primary">Descriptive tags of the first directory.</param>
/// <param name="Shot">The Exif directory.</param>
/// <param name="Gps">The GPS directory.</param>
internal sealed record ExifTags(IReadOnlyList<TiffEntry> Primary, IReadOnlyList<TiffEntry> Shot, IReadOnlyList<TiffEntry> Gps)
{
    /// <summary>Whether there is no tag at all.</summary>
    public bool IsEmpty => Primary.Count + Shot.Count + Gps.Count == 0;

    /// <summary>Takes the tags out of a block.</summary>
    /// <param name="block">EXIF block or TIFF file.</param>
    /// <returns>The tags; none where the block is damaged.</returns>
    public static ExifTags Read(ReadOnlySpan<byte> block)
    {
        if (!TiffView.TryOpen(block, out TiffView view))
            return new ExifTags([], [], []);
        uint first = view.FirstDirectory;
        return new ExifTags(
            Read(view, first, TiffTag.IsDescriptive),
            Read(view, view.Pointer(first, TiffTag.ExifDirectory), tag => tag is not (TiffTag.MakerNote or TiffTag.InteroperabilityDirectory)),
            Read(view, view.Pointer(first, TiffTag.GpsDirectory), _ => true));
    }

    /// <summary>A new EXIF block of these tags, without a thumbnail.</summary>
    public byte[] ToBlock()
    {
        var block = new MemoryStream();
        block.Write("II*\0\0\0\0\0"u8);
        var pointers = new List<TiffEntry>(WriteLinked(block, 0));
        uint first = TiffDirectoryWriter.Write(block, 0, Primary.Concat(pointers));
        byte[] bytes = block.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), first);
        return bytes;
    }

    /// <summary>Writes the Exif and GPS directories.</summary>
    /// <param name="output">Receives them at its end.</param>
    /// <param name="start">Offset within the TIFF structure of the output's first byte.</param>
    /// <returns>The entries that point to them.</returns>
    public IReadOnlyList<TiffEntry> WriteLinked(MemoryStream output, long start)
    {
        var pointers = new List<TiffEntry>();
        if (Shot.Count > 0)
            pointers.Add(TiffDirectoryWriter.Pointer(TiffTag.ExifDirectory, TiffDirectoryWriter.Write(output, start, Shot)));
        if (Gps.Count > 0)
            pointers.Add(TiffDirectoryWriter.Pointer(TiffTag.GpsDirectory, TiffDirectoryWriter.Write(output, start, Gps)));
        return pointers;
    }

    private static List<TiffEntry> Read(TiffView view, uint directory, Func<ushort, bool> wanted)
    {
        var entries = new List<TiffEntry>();
        var seen = new HashSet<ushort>();
        foreach (int at in view.Entries(directory))
        {
            if (wanted(view.UInt16(at)) && view.Read(at) is { } entry && seen.Add(entry.Tag))
                entries.Add(entry);
        }

        return entries;
    }
}
