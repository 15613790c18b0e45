using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>
/// Puts an EXIF block into a finished WebP file (RFC 9649): an EXIF chunk behind the picture, and in front of it the VP8X chunk that announces it,
/// which is made where the file is of the simple kind.
/// </summary>
internal static class WebpExif
{
    private const int HeadBytes = 12;
    private const int ChunkHeadBytes = 8;
    private const int ExtendedBytes = 10;
    private const byte ExifFlag = 0x08;
    private const byte AlphaFlag = 0x10;

    /// <summary>Writes the file.</summary>
    /// <param name="file">WebP file without EXIF.</param>
    /// <param name="exif">The block.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="hasAlpha">Whether the picture has transparency.</param>
    /// <param name="output">Receives the file.</param>
    public static void Write(ReadOnlySpan<byte> file, ReadOnlySpan<byte> exif, int width, int height, bool hasAlpha, Stream output)
    {
        bool extended = file.Slice(HeadBytes, 4).SequenceEqual("VP8X"u8);
        Span<byte> description = stackalloc byte[ExtendedBytes];
        if (extended)
        {
            file.Slice(HeadBytes + ChunkHeadBytes, ExtendedBytes).CopyTo(description);
        }
        else
        {
            description.Clear();
            description[0] = hasAlpha ? AlphaFlag : (byte)0;
            WriteUInt24(description[4..], width - 1);
            WriteUInt24(description[7..], height - 1);
        }

        description[0] |= ExifFlag;
        ReadOnlySpan<byte> chunks = file[(HeadBytes + (extended ? ChunkHeadBytes + ExtendedBytes : 0))..];
        // The order of the specification: picture, EXIF, XMP.
        int xmpAt = FindXmp(chunks);

        Span<byte> head = stackalloc byte[HeadBytes];
        file[..HeadBytes].CopyTo(head);
        int padding = exif.Length % 2;
        long size = 4 + ChunkHeadBytes + ExtendedBytes + chunks.Length + ChunkHeadBytes + exif.Length + padding;
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], checked((uint)size));
        output.Write(head);
        WriteChunkHead(output, "VP8X"u8, ExtendedBytes);
        output.Write(description);
        output.Write(chunks[..xmpAt]);
        WriteChunkHead(output, "EXIF"u8, exif.Length);
        output.Write(exif);
        if (padding == 1)
            output.WriteByte(0);
        output.Write(chunks[xmpAt..]);
    }

    private static int FindXmp(ReadOnlySpan<byte> chunks)
    {
        int at = 0;
        while (at + ChunkHeadBytes <= chunks.Length && !chunks.Slice(at, 4).SequenceEqual("XMP "u8))
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[(at + 4)..]);
            at = (int)Math.Min(chunks.Length, at + ChunkHeadBytes + length + (length % 2));
        }

        return at + ChunkHeadBytes <= chunks.Length ? at : chunks.Length;
    }

    private static void WriteChunkHead(Stream output, ReadOnlySpan<byte> name, int length)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, length);
        output.Write(name);
        output.Write(number);
    }

    private static void WriteUInt24(Span<byte> target, int value)
    {
        target[0] = (byte)value;
        target[1] = (byte)(value >> 8);
        target[2] = (byte)(value >> 16);
    }
}
