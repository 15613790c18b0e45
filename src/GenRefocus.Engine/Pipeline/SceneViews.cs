using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Makes the views of an analysed photo: the new blur, and what it is made from. Keeps what the last photo's views have in common; for one caller at a time.</summary>
/// <param name="threads">Threads at most, 1 or more; results do not depend on it.</param>
internal sealed class SceneViews(int threads) : IDisposable
{
    private readonly KernelCache _kernels = new();
    private readonly SceneCache _scenes = new();
    private readonly CpuBokehRenderer _renderer = new();

    /// <summary>Forgets what it kept: another photo follows.</summary>
    public void Forget() => _scenes.Clear();

    /// <inheritdoc/>
    public void Dispose() => _scenes.Dispose();

    /// <summary>Finds the radii and, where they will be drawn, all that the renderer needs.</summary>
    /// <param name="analysis">The photo's analysis.</param>
    /// <param name="settings">Lens, aperture and view.</param>
    /// <param name="lens">Focus and scale of the blur.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The radii, which stay this object's until the next photo.</returns>
    public DefocusMap Defocus(SceneAnalysis analysis, RefocusSettings settings, LensSetup lens, CancellationToken cancellationToken)
    {
        DefocusMap defocus = _scenes.Defocus(analysis, lens.Circle(analysis, settings), threads, cancellationToken);
        if (settings.Output.View == OutputView.Result && HasBlur(defocus))
            _scenes.Bokeh(analysis, defocus, settings, _kernels, threads, cancellationToken);
        return defocus;
    }

    /// <summary>Makes the view that is asked for.</summary>
    /// <param name="analysis">The photo's analysis.</param>
    /// <param name="request">Which view, and of which region.</param>
    /// <param name="defocus">The radii.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    /// <exception cref="SettingsException">The view needs a network that is not installed.</exception>
    public LinearImage Make(
        SceneAnalysis analysis, RefocusRequest request, DefocusMap defocus, IProgress<double> progress, CancellationToken cancellationToken)
    {
        RefocusSettings settings = request.Settings;
        PixelRegion region = request.Region ?? new PixelRegion(0, 0, analysis.Picture.Width, analysis.Picture.Height);
        return settings.Output.View switch
        {
            OutputView.Result => Render(analysis, settings, defocus, region, progress, cancellationToken),
            OutputView.Sharp => Copy(analysis.Picture, region),
            OutputView.Depth => Crop(GreyView.Draw(analysis.Depth.Disparity, White(analysis), analysis.Encoding, threads, cancellationToken), region),
            OutputView.Defocus => Crop(DefocusView.Draw(defocus, threads, cancellationToken), region),
            OutputView.Peaking => Crop(PeakingView.Draw(analysis.Picture, defocus, threads, cancellationToken), region),
            OutputView.Mask => Crop(GreyView.Draw(Subject(analysis).Mask, 1, analysis.Encoding, threads, cancellationToken), region),
            OutputView.Kernel => KernelView.Draw(_kernels.Table(settings.Aperture, KernelView.Radius, threads, cancellationToken)),
            var missing => throw new ArgumentOutOfRangeException(nameof(request), missing, "The view needs a stage that the features lack."),
        };
    }

    private static SubjectMask Subject(SceneAnalysis analysis) => analysis.Subject ?? throw new SettingsException(
        SettingPaths.OutputView, "mask needs the model that finds subjects, which is not installed; install the program again");

    private LinearImage Render(
        SceneAnalysis analysis, RefocusSettings settings, DefocusMap defocus, PixelRegion region, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (!HasBlur(defocus))
            return Copy(analysis.Picture, region);
        BokehScene scene = _scenes.Bokeh(analysis, defocus, settings, _kernels, threads, cancellationToken);
        LinearImage picture = new(region.Width, region.Height);
        try
        {
            BokehQuality quality = settings.Output.Quality == OutputQuality.Preview ? BokehQuality.Preview : BokehQuality.Final;
            _renderer.Render(scene, quality, region, picture, threads, progress, cancellationToken);
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    private static bool HasBlur(DefocusMap defocus) => KernelTable.IndexOf(defocus.LargestRadius) > 0;

    // Dioptres have no upper end: the nearest point is white.
    private static double White(SceneAnalysis analysis) =>
        analysis.Depth.Unit == DisparityUnit.Relative ? 1 : Math.Max(analysis.Histogram.Percentile(100), float.Epsilon);

    private static LinearImage Crop(LinearImage whole, PixelRegion region)
    {
        if (region.Width == whole.Width && region.Height == whole.Height)
            return whole;
        using (whole)
            return Copy(whole, region);
    }

    private static LinearImage Copy(LinearImage source, PixelRegion region)
    {
        LinearImage copy = new(region.Width, region.Height);
        for (int y = 0; y < region.Height; y++)
            source.Row(region.Y + y).Slice(region.X, region.Width).CopyTo(copy.Row(y));
        return copy;
    }
}
