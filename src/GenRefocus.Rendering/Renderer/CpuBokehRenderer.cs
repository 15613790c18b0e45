using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Sliced delta-span scatter on the processor. Every pixel is drawn through its own aperture as weight changes at the ends of the aperture's row
/// spans; one prefix sum a row turns the changes into filled apertures, so that a source costs about 4r + 2 updates instead of πr². Slices of
/// signed radius are composited near to far, with hidden layers behind depth edges.
/// </summary>
public sealed class CpuBokehRenderer : IBokehRenderer
{
    /// <inheritdoc/>
    public void Render(
        BokehScene scene, BokehQuality quality, PixelRegion region, LinearImage destination, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!region.IsInside(scene.Picture.Width, scene.Picture.Height))
            throw new ArgumentException($"The region {region} is not inside the picture of {scene.Picture.Width} × {scene.Picture.Height}.", nameof(region));
        if (destination.Width < region.Width || destination.Height < region.Height)
            throw new ArgumentException($"The destination of {destination.Width} × {destination.Height} is smaller than the region {region}.", nameof(destination));

        using RenderPlan plan = new(scene, scene.Source, quality, threads, cancellationToken);
        using RenderPlan? alphaPlan = scene.AlphaSource is null ? null : new(scene, scene.AlphaSource, quality, threads, cancellationToken);
        List<PixelRegion> tiles = TileGrid.Covering(region, scene.Picture.Width, scene.Picture.Height);
        int finished = 0;
        Parallel.ForEach(
            tiles,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new TilePasses(scene, plan, alphaPlan),
            (tile, _, passes) =>
            {
                passes.Render(tile, region, destination);
                progress?.Report((double)Interlocked.Increment(ref finished) / tiles.Count);
                return passes;
            },
            passes => passes.Dispose());
    }
}
