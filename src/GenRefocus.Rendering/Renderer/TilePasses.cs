using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Renders a tile's colours, and its alpha where the picture has one, and writes the finished pixels. One per thread.</summary>
internal sealed unsafe class TilePasses : IDisposable
{
    private readonly BokehScene _scene;
    private readonly TileRenderer _colours;
    private readonly TileRenderer? _alphas;

    /// <summary>Takes buffers for one thread.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="plan">Plan of the colours.</param>
    /// <param name="alphaPlan">Plan of the alpha, where the picture is not opaque.</param>
    public TilePasses(BokehScene scene, RenderPlan plan, RenderPlan? alphaPlan)
    {
        _scene = scene;
        _colours = new TileRenderer(plan);
        _alphas = alphaPlan is null ? null : new TileRenderer(alphaPlan);
    }

    /// <summary>Renders a tile and writes the part that lies in a region.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="region">The region.</param>
    /// <param name="destination">Receives the region's pixels from its corner on.</param>
    public void Render(PixelRegion tile, PixelRegion region, LinearImage destination)
    {
        _colours.Render(tile);
        _alphas?.Render(tile);
        int x0 = Math.Max(tile.X, region.X), x1 = Math.Min(tile.Right, region.Right);
        for (int y = Math.Max(tile.Y, region.Y); y < Math.Min(tile.Bottom, region.Bottom); y++)
        {
            long row = (long)(y - tile.Y) * TileGrid.Width;
            Vector4* colours = _colours.Composite + row, alphas = _alphas is null ? null : _alphas.Composite + row;
            Vector4* original = _scene.Picture.Pointer + ((long)y * _scene.Picture.Stride);
            Vector4* target = destination.Pointer + ((long)(y - region.Y) * destination.Stride) - region.X;
            for (int x = x0; x < x1; x++)
            {
                Vector4 colour = colours[x - tile.X];
                bool kept = colour.W == SliceCompositor.Untouched || colour.W <= SliceParameters.EmptyCoverage;
                target[x] = kept ? original[x] : Finish(colour / colour.W, alphas is null ? 1 : alphas[x - tile.X].X / alphas[x - tile.X].W);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _colours.Dispose();
        _alphas?.Dispose();
    }

    private Vector4 Finish(Vector4 colour, float alpha)
    {
        if (!_scene.Highlights.IsNone && alpha > 0)
            colour = _scene.Highlights.Restore(colour / alpha) * alpha;
        colour.W = alpha;
        return colour;
    }
}
