using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>
/// EXIF in TIFF files, which libvips neither reads nor writes. Reading takes the tags out of the file's directories; writing appends the Exif and GPS directories
/// and a new first directory (the block's descriptive entries and the old ones) to a finished file and turns the header to it.
/// </summary>
internal static class TiffExif
{
    /// <summary>Bytes of a TIFF file's header that are changed.</summary>
    private const int HeaderBytes = 8;

    /// <summary>The tags of a TIFF file as an EXIF block, or null where there are none or the file is a BigTIFF.</summary>
    /// <param name="file">The whole file.</param>
    public static byte[]? Extract(ReadOnlySpan<byte> file)
    {
        ExifTags tags = ExifTags.Read(file);
        return tags.IsEmpty ? null : tags.ToBlock();
    }

    /// <summary>Writes a TIFF file with EXIF added.</summary>
    /// <param name="file">A little-endian classic TIFF file without EXIF.</param>
    /// <param name="exif">EXIF block.</param>
    /// <param name="output">Receives the file.</param>
    /// <returns>Whether the EXIF is in; otherwise the file is written as it was.</returns>
    public static bool Write(ReadOnlySpan<byte> file, ReadOnlySpan<byte> exif, Stream output)
    {
        ExifTags tags = ExifTags.Read(exif);
        if (tags.IsEmpty || !TiffView.TryOpen(file, out TiffView view) || !view.IsLittleEndian || view.NextLink(view.FirstDirectory) < 0)
        {
            output.Write(file);
            return false;
        }

        int padding = file.Length % 2;
        long start = (long)file.Length + padding;
        var appended = new MemoryStream();
        IReadOnlyList<TiffEntry> pointers = tags.WriteLinked(appended, start);
        List<TiffEntry> entries = [.. tags.Primary, .. pointers];
        HashSet<ushort> present = [.. entries.Select(e => e.Tag)];
        entries.AddRange(OldEntries(file, view).Where(e => present.Add(e.Tag)));
        uint next = view.UInt32(view.NextLink(view.FirstDirectory));
        uint first = TiffDirectoryWriter.Write(appended, start, entries, next);

        Span<byte> header = stackalloc byte[HeaderBytes];
        file[..HeaderBytes].CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], first);
        output.Write(header);
        output.Write(file[HeaderBytes..]);
        if (padding == 1)
            output.WriteByte(0);
        appended.WriteTo(output);
        return true;
    }

    /// <summary>The file's own entries with their value field as it stands: offsets stay valid, because nothing before the appended part moves.</summary>
    private static List<TiffEntry> OldEntries(ReadOnlySpan<byte> file, TiffView view)
    {
        var entries = new List<TiffEntry>();
        foreach (int at in view.Entries(view.FirstDirectory))
            entries.Add(new TiffEntry(view.UInt16(at), view.UInt16(at + 2), view.UInt32(at + 4), file.Slice(at + 8, 4).ToArray()));
        return entries;
    }
}
