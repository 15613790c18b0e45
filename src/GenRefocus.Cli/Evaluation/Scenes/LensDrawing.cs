using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;

namespace GenRefocus.Cli;

/// <summary>Draws the blur of a lens with the program's renderer, at its best quality.</summary>
internal static class LensDrawing
{
    /// <summary>Draws.</summary>
    /// <param name="picture">The picture that is sharp everywhere.</param>
    /// <param name="signedRadius">Signed radius of every pixel.</param>
    /// <param name="largestRadius">The largest of them, without sign.</param>
    /// <param name="aperture">The opening.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static LinearImage Draw(LinearImage picture, Plane<float> signedRadius, float largestRadius, Aperture aperture, int threads, CancellationToken cancellation)
    {
        KernelTable kernels = KernelTable.Create(aperture, largestRadius, threads, cancellation);
        using BokehScene scene = new(picture, signedRadius, kernels, HighlightRecovery.None, threads, cancellation);
        LinearImage result = new(picture.Width, picture.Height);
        try
        {
            new CpuBokehRenderer().Render(scene, BokehQuality.Final, new PixelRegion(0, 0, picture.Width, picture.Height), result, threads, null, cancellation);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }
}
