using System.Buffers.Binary;

namespace GenRefocus.Imaging;

/// <summary>Changes an EXIF block in place, so that everything that is not named here, the maker's note above all, stays where it is and what it is.</summary>
internal static class ExifBlock
{
    private static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <summary>Takes the letters "Exif" off that JPEG and some WebP files put before the block.</summary>
    /// <param name="block">Block as a file holds it, or null.</param>
    /// <returns>The TIFF structure, or null where there is none.</returns>
    public static byte[]? WithoutPrefix(byte[]? block)
    {
        if (block is null)
            return null;
        ReadOnlySpan<byte> bytes = block;
        if (bytes.StartsWith(Prefix))
            bytes = bytes[Prefix.Length..];
        return TiffView.TryOpen(bytes, out _) ? bytes.ToArray() : null;
    }

    /// <summary>The orientation that a block names, or null where it names none of the eight.</summary>
    /// <param name="block">The block, or null.</param>
    public static ExifOrientation? ReadOrientation(ReadOnlySpan<byte> block)
    {
        if (!TiffView.TryOpen(block, out TiffView view))
            return null;
        int entry = view.Find(view.FirstDirectory, TiffTag.Orientation);
        if (entry < 0)
            return null;
        // Some programs write a LONG where the standard says SHORT.
        uint value = view.UInt16(entry + 2) == TiffTag.LongType ? view.UInt32(entry + 8) : view.UInt16(entry + 8);
        return value is >= 1 and <= 8 ? (ExifOrientation)value : null;
    }

    /// <summary>
    /// Makes a block fit the upright picture: orientation 1, the picture's size, the subject area turned along, no thumbnail (it shows the old picture).
    /// </summary>
    /// <param name="block">Block of the source.</param>
    /// <param name="source">Orientation and size of the source as stored.</param>
    /// <param name="width">Columns of the upright picture.</param>
    /// <param name="height">Rows of the upright picture.</param>
    /// <returns>The changed block, or null where the block is damaged.</returns>
    public static byte[]? MakeUpright(ReadOnlySpan<byte> block, PhotoMetadata source, int width, int height)
    {
        if (!TiffView.TryOpen(block, out TiffView view) || view.NextLink(view.FirstDirectory) < 0)
            return null;
        uint first = view.FirstDirectory;
        uint shot = view.Pointer(first, TiffTag.ExifDirectory);
        byte[] bytes = block.ToArray();
        SetNumber(bytes, view, view.Find(first, TiffTag.Orientation), (uint)ExifOrientation.Upright);
        SetNumber(bytes, view, view.Find(first, TiffTag.ImageWidth), (uint)width);
        SetNumber(bytes, view, view.Find(first, TiffTag.ImageLength), (uint)height);
        SetNumber(bytes, view, view.Find(shot, TiffTag.PixelXDimension), (uint)width);
        SetNumber(bytes, view, view.Find(shot, TiffTag.PixelYDimension), (uint)height);
        TurnArea(bytes, view, view.Find(shot, TiffTag.SubjectArea), source);
        TurnArea(bytes, view, view.Find(shot, TiffTag.SubjectLocation), source);
        return DropThumbnail(bytes, view);
    }

    private static void SetNumber(byte[] bytes, TiffView view, int entry, uint value)
    {
        if (entry < 0 || view.UInt32(entry + 4) != 1)
            return;
        if (view.UInt16(entry + 2) == TiffTag.LongType)
            PutUInt32(bytes, view, entry + 8, value);
        else if (view.UInt16(entry + 2) == TiffTag.ShortType && value <= ushort.MaxValue)
            PutUInt16(bytes, view, entry + 8, (ushort)value);
    }

    private static void TurnArea(byte[] bytes, TiffView view, int entry, PhotoMetadata source)
    {
        if (entry < 0
            || source is not { SensorWidth: > 0, SensorHeight: > 0 }
            || view.UInt16(entry + 2) != TiffTag.ShortType
            || view.UInt32(entry + 4) is < 2 or > 4
            || !view.TryLocate(entry, out int at, out int length))
            return;
        (double x, double y) = source.Orientation.ToUpright(view.UInt16(at), view.UInt16(at + 2), source.SensorWidth, source.SensorHeight);
        PutUInt16(bytes, view, at, (ushort)Math.Clamp(Math.Round(x), 0, ushort.MaxValue));
        PutUInt16(bytes, view, at + 2, (ushort)Math.Clamp(Math.Round(y), 0, ushort.MaxValue));
        if (length != 8 || !source.Orientation.SwapsSides())
            return;
        PutUInt16(bytes, view, at + 4, view.UInt16(at + 6));
        PutUInt16(bytes, view, at + 6, view.UInt16(at + 4));
    }

    /// <summary>Cuts the link to the second directory and blanks the picture it names; where that ends the block, the block is shortened.</summary>
    private static byte[] DropThumbnail(byte[] bytes, TiffView view)
    {
        int link = view.NextLink(view.FirstDirectory);
        uint second = view.UInt32(link);
        if (second == 0)
            return bytes;
        PutUInt32(bytes, view, link, 0);
        uint offset = view.Pointer(second, TiffTag.ThumbnailOffset);
        uint length = view.Pointer(second, TiffTag.ThumbnailLength);
        if (offset < second || length == 0 || (ulong)offset + length > (ulong)bytes.Length)
            return bytes;
        bytes.AsSpan((int)offset, (int)length).Clear();
        return (ulong)offset + length >= (ulong)bytes.Length - 1 ? bytes[..(int)offset] : bytes;
    }

    private static void PutUInt16(byte[] bytes, TiffView view, int at, ushort value)
    {
        if (view.IsLittleEndian)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
        else
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), value);
    }

    private static void PutUInt32(byte[] bytes, TiffView view, int at, uint value)
    {
        if (view.IsLittleEndian)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        else
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
    }
}
