namespace GenRefocus.Imaging;

/// <summary>Carries pixels and positions from a file's stored orientation to the upright picture.</summary>
public static class OrientationMap
{
    /// <summary>Whether columns become rows.</summary>
    /// <param name="orientation">Orientation of the file.</param>
    public static bool SwapsSides(this ExifOrientation orientation) => orientation >= ExifOrientation.Transposed;

    /// <summary>Where a position of the stored picture lies in the upright one.</summary>
    /// <param name="orientation">Orientation of the file.</param>
    /// <param name="x">Position from the stored left edge; a pixel's centre is at +0.5.</param>
    /// <param name="y">Position from the stored upper edge.</param>
    /// <param name="width">Columns of the stored picture.</param>
    /// <param name="height">Rows of the stored picture.</param>
    public static (double X, double Y) ToUpright(this ExifOrientation orientation, double x, double y, double width, double height) => orientation switch
    {
        ExifOrientation.MirroredHorizontally => (width - x, y),
        ExifOrientation.Rotated180 => (width - x, height - y),
        ExifOrientation.MirroredVertically => (x, height - y),
        ExifOrientation.Transposed => (y, x),
        ExifOrientation.Rotated90 => (height - y, x),
        ExifOrientation.Transversed => (height - y, width - x),
        ExifOrientation.Rotated270 => (y, width - x),
        _ => (x, y),
    };

    /// <summary>Makes a picture upright.</summary>
    /// <param name="orientation">Orientation of the file.</param>
    /// <param name="stored">The picture as stored.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>A new picture, also where nothing is to be turned.</returns>
    internal static SampleImage Apply(this ExifOrientation orientation, SampleImage stored, int threads, CancellationToken cancellationToken)
    {
        bool swaps = orientation.SwapsSides();
        var upright = new SampleImage(swaps ? stored.Height : stored.Width, swaps ? stored.Width : stored.Height, stored.Channels, stored.BitDepth);
        try
        {
            RowParallel.For(upright.Height, threads, (first, end) => CopyRows(orientation, stored, upright, first, end), cancellationToken);
            return upright;
        }
        catch
        {
            upright.Dispose();
            throw;
        }
    }

    /// <summary>Fills upright rows by walking the stored picture along a row, a column or either backwards.</summary>
    private static unsafe void CopyRows(ExifOrientation orientation, SampleImage stored, SampleImage upright, int first, int end)
    {
        int pixelBytes = stored.Channels * (stored.BitDepth / 8);
        bool fromRight = orientation is ExifOrientation.MirroredHorizontally or ExifOrientation.Rotated180 or ExifOrientation.Transversed or ExifOrientation.Rotated270;
        bool fromBottom = orientation is ExifOrientation.Rotated180 or ExifOrientation.MirroredVertically or ExifOrientation.Rotated90 or ExifOrientation.Transversed;
        long columnStep = fromRight ? -pixelBytes : pixelBytes;
        long rowStep = fromBottom ? -stored.RowBytes : stored.RowBytes;
        byte* origin = stored.Pointer
            + (fromRight ? stored.RowBytes - pixelBytes : 0)
            + (fromBottom ? stored.RowBytes * (stored.Height - 1) : 0);
        (long across, long down) = orientation.SwapsSides() ? (rowStep, columnStep) : (columnStep, rowStep);
        for (int y = first; y < end; y++)
        {
            byte* from = origin + (y * down);
            byte* to = upright.Pointer + (y * upright.RowBytes);
            for (int x = 0; x < upright.Width; x++, from += across, to += pixelBytes)
            {
                for (int i = 0; i < pixelBytes; i++)
                    to[i] = from[i];
            }
        }

        GC.KeepAlive(stored);
        GC.KeepAlive(upright);
    }
}
