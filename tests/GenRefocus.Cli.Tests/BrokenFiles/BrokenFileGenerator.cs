using System.Buffers.Binary;
using System.Text;
using GenRefocus.Imaging;
using NetVips;

namespace GenRefocus.Cli.Tests;

/// <summary>Makes broken photos, always the same ones.</summary>
internal static class BrokenFileGenerator
{
    public const int Width = 48;
    public const int Height = 32;

    private const int Cuts = 12;
    private const int Flips = 12;

    public static IEnumerable<BrokenFile> All()
    {
        (string Name, byte[] Content)[] sound = [.. Sound()];
        return CutShort(sound).Concat(Flipped(sound)).Concat(WrongHeads(sound)).Concat(NoPictures()).Concat(HugeSizes(sound))
            .Concat(BrokenBlocks(sound.First(file => file.Name == "jpeg").Content)).Concat(Directories());
    }

    /// <summary>One sound file of each kind.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Sound()
    {
        yield return ("jpeg", Write(PictureFormat.Jpeg, 8));
        yield return ("png", Write(PictureFormat.Png, 8));
        yield return ("png16", Write(PictureFormat.Png, 16));
        yield return ("tiff", Write(PictureFormat.Tiff, 8, deflate: false));
        yield return ("tiff-deflate", Write(PictureFormat.Tiff, 16));
        yield return ("webp", Write(PictureFormat.WebP, 8));
        yield return ("webp-lossless", Write(PictureFormat.WebP, 8, lossless: true));
        using Image picture = Image.NewFromBuffer(Write(PictureFormat.Png, 8));
        yield return ("avif", picture.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0));
        if (OperatingSystem.IsWindows() || OperatingSystem.IsLinux())
            yield return ("jxl", Convert.FromHexString("FF0A0941240800010080004B188B1500D4988FC1C80B8400104889002048E0DF9F37B20D10E3AFFEC5D019"));
    }

    private static IEnumerable<BrokenFile> CutShort((string Name, byte[] Content)[] sound) =>
        from file in sound
        from cut in Enumerable.Range(0, Cuts)
        select new BrokenFile($"cut {cut} {file.Name}", file.Content[..(1 + ((file.Content.Length - 2) * cut / (Cuts - 1)))], MustFail: cut == 0);

    private static IEnumerable<BrokenFile> Flipped((string Name, byte[] Content)[] sound)
    {
        Random random = new(14);
        foreach ((string name, byte[] content) in sound)
        {
            for (int flip = 0; flip < Flips; flip++)
            {
                byte[] bytes = [.. content];
                for (int bit = 0; bit <= flip; bit++)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                yield return new($"flip {flip} {name}", bytes, MustFail: false);
            }
        }
    }

    private static IEnumerable<BrokenFile> WrongHeads((string Name, byte[] Content)[] sound)
    {
        Random random = new(15);
        foreach ((string name, byte[] content) in sound)
        {
            yield return new($"head of zeros {name}", [.. new byte[12], .. content[12..]], MustFail: true);
            yield return new($"text before {name}", [.. "look: "u8, .. content], MustFail: true);
            var noise = new byte[5000];
            random.NextBytes(noise);
            content.AsSpan(0, 16).CopyTo(noise);
            yield return new($"noise behind head {name}", noise, MustFail: true);
            byte[] other = sound[(Array.FindIndex(sound, file => file.Name == name) + 2) % sound.Length].Content;
            yield return new($"wrong head {name}", [.. other[..12], .. content[12..]], MustFail: false);
        }
    }

    private static IEnumerable<BrokenFile> NoPictures()
    {
        yield return new("empty.jpg", [], MustFail: true);
        yield return new("text.jpg", Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("This is no picture.", 400))), MustFail: true);
        (string Name, string Head)[] others =
        [
            ("page.png", "<!DOCTYPE html><html><body>404</body></html>"), ("data.jpg", "{\"error\":\"not found\"}"), ("archive.png", "PK\u0003\u0004"),
            ("document.tif", "%PDF-1.7"), ("old.jpg", "GIF89a"), ("paint.jpg", "BM\u0001\u0002"), ("film.heic", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"),
            ("raw.jpg", "\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom"), ("svg.png", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
        ];
        foreach ((string name, string head) in others)
            yield return new(name, Encoding.Latin1.GetBytes(head), MustFail: true);
    }

    private static IEnumerable<BrokenFile> HugeSizes((string Name, byte[] Content)[] sound)
    {
        var row = new byte[1 << 16];
        byte[] packed = PngParts.Zlib(new byte[1 << 22]);
        (uint Width, uint Height)[] sizes =
            [(int.MaxValue, int.MaxValue), (1u << 31, 1u << 31), (uint.MaxValue, 1), (0, 0), (0, 9), (40_000, 40_000), (16_384, 16_384), (1 << 24, 15)];
        foreach ((uint width, uint height) in sizes)
        {
            yield return new($"png {width}x{height}", PngParts.File(width, height, 8, 2, row), MustFail: true);
            yield return new($"png16 {width}x{height}", PngParts.File(width, height, 16, 6, row), MustFail: true);
            yield return new($"tiff {width}x{height}", TiffParts.Grey(width, height, row), MustFail: true);
            yield return new($"tiff bomb {width}x{height}", TiffParts.Grey(width, height, packed, 0, (259, 8)), MustFail: true);
        }

        // Real bombs: 64 million zeros in 62 kB, said to be the beginning of 1.6 gigapixels, or of a picture just below the limit.
        var zeros = new byte[64_000_000];
        yield return new("png bomb 40000", PngParts.File(40_000, 40_000, 8, 0, zeros), MustFail: true);
        yield return new("png bomb 16000", PngParts.File(16_000, 16_000, 8, 2, zeros), MustFail: true);

        byte[] jpeg = sound.First(file => file.Name == "jpeg").Content;
        int size = FindFrame(jpeg) + 5;
        (ushort Width, ushort Height)[] frames = [(ushort.MaxValue, ushort.MaxValue), (16_384, 16_384), (ushort.MaxValue, 4096), (0, 0), (1, 0)];
        foreach ((ushort width, ushort height) in frames)
        {
            byte[] bytes = [.. jpeg];
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(size), height);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(size + 2), width);
            yield return new($"jpeg {width}x{height}", bytes, MustFail: true);
        }

        yield return new("webp vp8x", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255], MustFail: true);
        yield return new("webp vp8l", [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 6, 0, 0, 0, 0x2F, 255, 255, 255, 0x0F, 0], MustFail: true);
        byte[] avif = [.. sound.First(file => file.Name == "avif").Content];
        BinaryPrimitives.WriteUInt32BigEndian(avif.AsSpan(avif.AsSpan().IndexOf("ispe"u8) + 8), 1 << 30);
        yield return new("avif ispe", avif, MustFail: true);
    }

    /// <summary>Sound pixels with broken metadata: the picture comes through, or is refused in words.</summary>
    private static IEnumerable<BrokenFile> BrokenBlocks(byte[] jpeg)
    {
        Random random = new(16);
        var noise = new byte[3000];
        random.NextBytes(noise);
        (string Name, byte[] Block)[] exif =
        [
            ("empty", []), ("head", [.. "II*\0"u8]), ("noise", [.. TiffParts.Header(8), .. noise]), ("beyond", TiffParts.Header(uint.MaxValue)), ("itself", TiffParts.Header(0)),
            ("next loops", Block(8, (0x0112, 6))), ("shot loops", Block(8, (0x8769, 8), (0x8825, 8))),
            ("far pointers", Block(uint.MaxValue, (0x010F, 7), (0x8769, uint.MaxValue), (0x8825, 1 << 30))), ("orientation 99", Block(0, (0x0112, 99))),
        ];
        foreach ((string name, byte[] block) in exif)
            yield return new($"exif {name}", WithSegment(jpeg, 0xE1, [.. "Exif\0\0"u8, .. block]), MustFail: false);

        (string Name, string Packet)[] xmp =
        [
            ("empty", ""), ("open", "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"), ("binary", "\0\u0001\u0002"),
            ("laughs", "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"), ("outside", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>"),
            ("deep", string.Concat(Enumerable.Repeat("<a>", 8000)) + string.Concat(Enumerable.Repeat("</a>", 8000))),
        ];
        foreach ((string name, string packet) in xmp)
            yield return new($"xmp {name}", WithSegment(jpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.Latin1.GetBytes(packet)]), MustFail: false);

        byte[] bare = [.. new byte[16], .. "mntrRGB XYZ "u8, .. new byte[8], .. "acsp"u8, .. new byte[88]];
        (string Name, byte[] Profile)[] icc = [("empty", []), ("noise", noise), ("bare", bare), ("many tags", [.. bare, 255, 255, 255, 255, .. noise])];
        foreach ((string name, byte[] profile) in icc)
            yield return new($"icc {name}", WithSegment(jpeg, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]), MustFail: false);
        yield return new("icc part 7 of 9", WithSegment(jpeg, 0xE2, [.. "ICC_PROFILE\0"u8, 7, 9, .. noise]), MustFail: false);
        yield return new("segment of no length", [.. jpeg[..2], 0xFF, 0xE1, 0, 0, .. jpeg[2..]], MustFail: false);
        yield return new("segment beyond the end", [.. jpeg[..2], 0xFF, 0xE1, 0xFF, 0xFF, .. "Exif\0\0"u8], MustFail: true);
    }

    private static IEnumerable<BrokenFile> Directories()
    {
        var pixels = new byte[Width * Height];
        (ushort Tag, uint Value)[] changes =
        [
            (258, 64), (258, 0), (258, 7), (259, 0), (259, 99), (259, 7), (262, 99), (273, uint.MaxValue), (273, 0), (277, 0), (277, 65_535), (278, 0), (278, uint.MaxValue),
            (279, uint.MaxValue), (279, 0), (284, 9), (322, 16), (322, uint.MaxValue), (339, 6), (317, 9), (34675, uint.MaxValue), (700, uint.MaxValue), (274, 77), (320, 5),
        ];
        foreach ((ushort tag, uint value) in changes)
            yield return new($"tiff tag {tag} = {value}", TiffParts.Grey(Width, Height, pixels, 0, (tag, value)), MustFail: false);
        yield return new("tiff loop", TiffParts.Grey(Width, Height, pixels, next: 8), MustFail: false);
        yield return new("tiff next beyond", TiffParts.Grey(Width, Height, pixels, next: uint.MaxValue), MustFail: false);
        yield return new("tiff no entries", [.. TiffParts.Header(8), 0, 0, 0, 0, 0, 0], MustFail: true);
        yield return new("tiff directory beyond", TiffParts.Header(1 << 20), MustFail: true);
        yield return new("tiff directory is the head", TiffParts.Header(0), MustFail: true);
        yield return new("tiff 65535 entries", [.. TiffParts.Header(8), 255, 255, .. pixels], MustFail: true);
    }

    private static byte[] Block(uint next, params (ushort Tag, uint Value)[] entries) =>
        [.. TiffParts.Header(8), .. TiffParts.Directory(new(entries.ToDictionary(entry => entry.Tag, entry => entry.Value)), next)];

    private static byte[] Write(PictureFormat format, int bits, bool deflate = true, bool lossless = false)
    {
        using LinearImage image = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                image[x, y] = new((x / 6 % 2 == 0 ? 0.7f : 0.1f) + (0.2f * y / Height), x / (float)Width, y / (float)Height, 1);
        }

        using MemoryStream stream = new();
        PhotoWriter.Write(image, null, stream, new PhotoWriteOptions { Format = format, BitDepth = bits, TiffDeflate = deflate, Lossless = lossless });
        return stream.ToArray();
    }

    private static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content, .. jpeg[2..]];

    /// <summary>Place of the marker of the frame's segment.</summary>
    private static int FindFrame(byte[] jpeg)
    {
        for (int at = 2; at + 4 < jpeg.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2)
                return at;
        }

        throw new InvalidDataException("The JPEG has no frame.");
    }
}
