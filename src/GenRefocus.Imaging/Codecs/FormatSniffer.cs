namespace GenRefocus.Imaging;

/// <summary>Tells a file's format by its first bytes; names and endings lie.</summary>
internal static class FormatSniffer
{
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
        return head.Length >= 12 && head.StartsWith("RIFF"u8) && head.Slice(8, 4).SequenceEqual("WEBP"u8) ? PictureFormat.WebP : null;
    }

    /// <summary>What an unreadable file seems to be, for the message to the user: a name such as "a HEIC picture".</summary>
    /// <param name="head">The file's first bytes.</param>
    public static string Describe(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return "an empty file";
        if (head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8))
        {
            ReadOnlySpan<byte> brand = head.Slice(8, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return "an AVIF picture";
            if (brand.SequenceEqual("crx "u8))
                return "a camera raw file";
            return brand.StartsWith("he"u8) || brand.StartsWith("mi"u8) || brand.StartsWith("ms"u8) ? "a HEIC picture" : "a video or another media file";
        }

        if (head.StartsWith("GIF8"u8))
            return "a GIF picture";
        if (head.StartsWith("BM"u8))
            return "a BMP picture";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || (head.Length >= 8 && head.Slice(4, 4).SequenceEqual("JXL "u8)))
            return "a JPEG XL picture";
        if (head.Length >= 8 && head.Slice(4, 4).SequenceEqual("jP  "u8))
            return "a JPEG 2000 picture";
        return head.StartsWith("%PDF"u8) ? "a PDF document" : "no picture that is known here";
    }
}
