using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Puts an EXIF block into a finished JPEG file, behind the JFIF segment.</summary>
internal static class JpegExif
{
    /// <summary>Largest EXIF block or XMP packet of one segment: 65,535 less the length field and the longer of the two headers.</summary>
    public const int MaxBlockBytes = ushort.MaxValue - 2 - 29;

    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;

    /// <summary>Writes the file.</summary>
    /// <param name="file">JPEG file without EXIF.</param>
    /// <param name="exif">The block, at most <see cref="MaxBlockBytes"/>.</param>
    /// <param name="output">Receives the file.</param>
    public static void Write(ReadOnlySpan<byte> file, ReadOnlySpan<byte> exif, Stream output)
    {
        int at = 2;
        if (file.Length > 6 && file[2] == 0xFF && file[3] == App0)
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[4..]);
        output.Write(file[..at]);
        Span<byte> head = stackalloc byte[4] { 0xFF, App1, 0, 0 };
        ReadOnlySpan<byte> prefix = "Exif\0\0"u8;
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], checked((ushort)(2 + prefix.Length + exif.Length)));
        output.Write(head);
        output.Write(prefix);
        output.Write(exif);
        output.Write(file[at..]);
    }
}
