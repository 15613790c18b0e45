using System.Runtime.CompilerServices;
using GenRefocus.Bridge;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>What the camera noted, from the document: focal length, distance, where the subject was.</summary>
internal static class DocumentExif
{
    private const ushort FNumber = 0x829D, SubjectDistance = 0x9206, FocalLength = 0x920A, SubjectArea = 0x9214;
    private const ushort PixelWidth = 0xA002, PixelHeight = 0xA003, FocalLength35 = 0xA405;

    /// <summary>Reads it.</summary>
    /// <returns>The notes; null where there are none, or where this Paint.NET does not give them out.</returns>
    public static ImageMetadata? TryRead(IBitmapEffectEnvironment environment, SizeInt32 size)
    {
        try
        {
            return Read(environment, size);
        }
        catch (Exception unknown) when (unknown is TypeLoadException or MissingMemberException or FileNotFoundException or NotSupportedException)
        {
            return null;
        }
    }

    // Apart: where a member is missing, the method that names it cannot be compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImageMetadata? Read(IBitmapEffectEnvironment environment, SizeInt32 size)
    {
        Dictionary<ushort, ExifValue> photo = [];
        foreach (ExifPropertyItem item in environment.Document.Metadata.ExifPropertyItems)
        {
            if (item.Path.Section == ExifSection.Photo)
                photo.TryAdd(item.Path.TagID, item.Value);
        }

        double? Number(ushort tag) => photo.TryGetValue(tag, out ExifValue? value) && ExifNumbers.Read(value, 1) is [> 0 and var number] ? number : null;

        ImageMetadata metadata = new()
        {
            FocalLength = Number(FocalLength),
            FocalLength35 = Number(FocalLength35),
            FNumber = Number(FNumber),
            SubjectDistance = Number(SubjectDistance),
            // The area counts the camera's pixels: it says nothing about a picture that was cropped, scaled or turned since.
            SubjectArea = Number(PixelWidth) == size.Width && Number(PixelHeight) == size.Height && photo.TryGetValue(SubjectArea, out ExifValue? area) ? Area(area) : null,
        };
        return metadata == new ImageMetadata() ? null : metadata;
    }

    // Two numbers are a point, three a circle with its diameter, four a rectangle with its size; a place first.
    private static AreaInfo? Area(ExifValue value) => ExifNumbers.Read(value, 4) switch
    {
        [var x, var y] => new AreaInfo(x, y, 1, 1),
        [var x, var y, > 0 and var diameter] => new AreaInfo(x, y, diameter, diameter),
        [var x, var y, > 0 and var width, > 0 and var height] => new AreaInfo(x, y, width, height),
        _ => null,
    };
}
