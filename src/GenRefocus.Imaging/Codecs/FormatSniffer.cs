using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Tells a file's format by its first bytes; names and endings lie.</summary>
internal static class FormatSniffer
{
    /// <summary>Bytes that are enough to tell a format.</summary>
    public const int HeadBytes = 4096;

    private const int MaxBrandBytes = 256;

    /// <summary>The format, or null where it is none of those that are read.</summary>
    /// <param name="head">The file's first bytes.</param>
    public static PictureFormat? Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return PictureFormat.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return PictureFormat.Png;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8))
            return PictureFormat.Tiff;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head.Slice(8, 4).SequenceEqual("WEBP"u8))
            return PictureFormat.WebP;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || (head.Length >= 8 && head.Slice(4, 4).SequenceEqual("JXL "u8)))
            return PictureFormat.JpegXl;
        return DetectByBrand(head);
    }

    /// <summary>
    /// ISO/IEC 14496-12, 4.3: a file type box names a major brand, a version, and compatible brands. Phones write "heic"; "mif1" says only that it is a still
    /// picture, and the compatible brands say which.
    /// </summary>
    private static PictureFormat? DetectByBrand(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.Slice(4, 4).SequenceEqual("ftyp"u8))
            return null;
        int end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)Math.Min(head.Length, MaxBrandBytes));
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
        {
            ReadOnlySpan<byte> brand = head.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return PictureFormat.Avif;
            if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8))
                return PictureFormat.Heic;
        }

        return null;
    }

    /// <summary>Tells the format of a file, or why it is refused.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="PictureException">It is no format that is read.</exception>
    public static PictureFormat DetectOrRefuse(ReadOnlySpan<byte> bytes, string name) => Detect(bytes) ?? throw new PictureException(
        PictureErrorKind.Unsupported,
        $"{name} is {Describe(bytes)}; JPEG, PNG, TIFF, WebP, AVIF, HEIC and JPEG XL can be read. Convert it to one of these first.");

    /// <summary>What an unreadable file seems to be, for the message to the user: a name such as "a GIF picture".</summary>
    /// <param name="head">The file's first bytes.</param>
    public static string Describe(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return "an empty file";
        if (head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8))
        {
            ReadOnlySpan<byte> brand = head.Slice(8, 4);
            if (brand.SequenceEqual("crx "u8))
                return "a camera raw file";
            return "a video or another media file";
        }

        if (head.StartsWith("GIF8"u8))
            return "a GIF picture";
        if (head.StartsWith("BM"u8))
            return "a BMP picture";
        if (head.Length >= 8 && head.Slice(4, 4).SequenceEqual("jP  "u8))
            return "a JPEG 2000 picture";
        return head.StartsWith("%PDF"u8) ? "a PDF document" : "no picture that is known here";
    }
}
