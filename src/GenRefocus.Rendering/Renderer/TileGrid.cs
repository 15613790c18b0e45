namespace GenRefocus.Rendering;

/// <summary>
/// The picture's fixed division into tiles. It is anchored at the picture's corner and never at a region's, so that a region's pixels are summed
/// in the same order as the whole picture's.
/// </summary>
internal static class TileGrid
{
    /// <summary>Columns of a tile: with its accumulator a tile of this size stays in a level-2 cache of 1 MiB. A multiple of 16.</summary>
    public const int Width = 256;

    /// <summary>Rows of a tile; a multiple of 4.</summary>
    public const int Height = 64;

    /// <summary>The tiles that meet a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    public static List<PixelRegion> Covering(PixelRegion region, int width, int height)
    {
        List<PixelRegion> tiles = [];
        for (int y = region.Y / Height * Height; y < region.Bottom; y += Height)
        {
            for (int x = region.X / Width * Width; x < region.Right; x += Width)
                tiles.Add(new PixelRegion(x, y, Math.Min(Width, width - x), Math.Min(Height, height - y)));
        }

        return tiles;
    }
}
