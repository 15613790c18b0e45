using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Draws the blur of a lens into an all-in-focus picture.</summary>
public interface IBokehRenderer
{
    /// <summary>
    /// Renders one rectangle. The pixels are those that a render of the whole picture has there, bit for bit, whatever the rectangle and the number of threads.
    /// </summary>
    /// <param name="scene">Picture, signed radii and aperture.</param>
    /// <param name="quality">Preview or final.</param>
    /// <param name="region">What to render, inside the picture.</param>
    /// <param name="destination">Receives the rectangle's pixels from its upper left corner on; at least as large as <paramref name="region"/>.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="progress">Receives the finished share, 0 to 1, tile by tile; may be called from any thread.</param>
    /// <param name="cancellationToken">Looked at between tiles; the destination is then incomplete.</param>
    /// <exception cref="ArgumentException">The region is empty or outside the picture, or the destination is smaller.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    void Render(BokehScene scene, BokehQuality quality, PixelRegion region, LinearImage destination, int threads, IProgress<double>? progress, CancellationToken cancellationToken);
}
