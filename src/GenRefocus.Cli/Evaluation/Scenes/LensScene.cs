using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>A rendered scene: all in focus, its exact disparity, and what thin lenses make of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AllInFocus">The picture that is sharp everywhere.</param>
/// <param name="Disparity">16 bits, the largest value is the nearest thing's, 0 is infinitely far.</param>
/// <param name="Lens">The opening of the lenses.</param>
/// <param name="Shots">Pictures through the lenses.</param>
internal sealed record LensScene(string Name, string AllInFocus, string Disparity, ApertureSettings Lens, IReadOnlyList<LensShot> Shots)
{
    /// <summary>Reads the disparity.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>0 … 1; the caller disposes of it.</returns>
    public Plane<float> ReadDisparity(CancellationToken cancellation)
    {
        using DepthFile file = DepthReader.Read(Disparity, cancellationToken: cancellation);
        Plane<float> disparity = new(file.Values.Width, file.Values.Height);
        for (int y = 0; y < disparity.Height; y++)
        {
            ReadOnlySpan<float> from = file.Values.Row(y);
            Span<float> to = disparity.Row(y);
            for (int x = 0; x < to.Length; x++)
                to[x] = from[x] / file.FullScale;
        }

        return disparity;
    }

    /// <summary>Signed radius of every pixel of a shot.</summary>
    /// <param name="disparity">The disparity, true or estimated, on the scene's scale.</param>
    /// <param name="shot">The shot.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static DefocusMap Defocus(Plane<float> disparity, LensShot shot, int threads, CancellationToken cancellation) =>
        DefocusMap.Compute(disparity, new CircleOfConfusion { K = shot.K, FocusDisparity = shot.FocusDisparity }, threads, cancellation);
}
