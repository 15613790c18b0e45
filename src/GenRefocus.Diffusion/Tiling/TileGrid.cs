using GenRefocus.Rendering;

namespace GenRefocus.Diffusion;

/// <summary>Cuts a picture into cores that do not overlap, each with a margin that the network sees and whose result is thrown away.</summary>
/// <param name="Core">Side of a core in pixels, a multiple of <paramref name="Multiple"/>.</param>
/// <param name="Margin">Pixels around a core, a multiple of <paramref name="Multiple"/>.</param>
/// <param name="Multiple">What the network's sides must be multiples of.</param>
public sealed record TileGrid(int Core, int Margin, int Multiple)
{
    /// <summary>All tiles of a picture, row by row.</summary>
    /// <param name="width">The picture's columns, 1 or more.</param>
    /// <param name="height">The picture's rows, 1 or more.</param>
    public IEnumerable<PictureTile> Tiles(int width, int height)
    {
        for (int y = 0; y < height; y += Core)
        {
            for (int x = 0; x < width; x += Core)
            {
                PixelRegion core = new(x, y, Math.Min(Core, width - x), Math.Min(Core, height - y));
                int left = Math.Max(0, x - Margin), top = Math.Max(0, y - Margin);
                PixelRegion whole = new(left, top, Math.Min(width, x + core.Width + Margin) - left, Math.Min(height, y + core.Height + Margin) - top);
                yield return new PictureTile(core, whole, Up(whole.Width), Up(whole.Height));
            }
        }
    }

    private int Up(int side) => (side + Multiple - 1) / Multiple * Multiple;
}
