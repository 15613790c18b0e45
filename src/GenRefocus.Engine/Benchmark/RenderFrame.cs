using System.Diagnostics;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>One measured frame, in milliseconds; from the parts that <see cref="RefocusPipeline"/> uses.</summary>
/// <param name="Coc">Circle of confusion of every pixel.</param>
/// <param name="Scene">What the renderer prepares of picture and radii.</param>
/// <param name="FirstRender">The first render of the scene, with its hidden layers.</param>
/// <param name="SecondRender">The second, which finds them.</param>
/// <param name="FirstQuantise">The first result to 8 bits.</param>
/// <param name="SecondQuantise">The second result to 8 bits.</param>
/// <param name="LargestRadius">The largest radius in pixels.</param>
internal sealed record RenderFrame(
    double Coc, double Scene, double FirstRender, double SecondRender, double FirstQuantise, double SecondQuantise, double LargestRadius)
{
    private const int BitDepth = 8;

    /// <summary>The frame after a change of the lens.</summary>
    public double Whole => Coc + Scene + FirstRender + FirstQuantise;

    /// <summary>The same frame with the hidden layers of the first render.</summary>
    public double WithHiddenLayers => Coc + Scene + SecondRender + SecondQuantise;

    /// <summary>Draws and measures a frame with nothing left of an earlier one but the kernels.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="analysis">What is known about it.</param>
    /// <param name="lens">Focus and strength.</param>
    /// <param name="settings">The look.</param>
    /// <param name="kernels">Where the kernels are kept.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SettingsException">Nothing is blurred.</exception>
    public static RenderFrame Measure(
        Photo photo, SceneAnalysis analysis, LensSetup lens, RefocusSettings settings, KernelCache kernels, int threads, CancellationToken cancellationToken)
    {
        using SceneCache scenes = new();
        CircleOfConfusion circle = lens.Circle(analysis, settings);
        long start = Stopwatch.GetTimestamp();
        DefocusMap defocus = scenes.Defocus(analysis, circle, threads, cancellationToken);
        double coc = Lap(ref start);
        if (KernelTable.IndexOf(defocus.LargestRadius) == 0)
            throw new SettingsException("blur.k", "nothing is blurred with this depth, focus and strength, so there is nothing to measure");
        BokehScene scene = scenes.Bokeh(analysis, defocus, settings, kernels, threads, cancellationToken);
        double prepared = Lap(ref start);
        BokehQuality quality = settings.Output.Quality == OutputQuality.Preview ? BokehQuality.Preview : BokehQuality.Final;
        (double firstRender, double firstQuantise) = Draw(photo, scene, quality, threads, cancellationToken);
        (double secondRender, double secondQuantise) = Draw(photo, scene, quality, threads, cancellationToken);
        return new RenderFrame(coc, prepared, firstRender, secondRender, firstQuantise, secondQuantise, defocus.LargestRadius);
    }

    private static (double Render, double Quantise) Draw(
        Photo photo, BokehScene scene, BokehQuality quality, int threads, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        using LinearImage picture = new(photo.Width, photo.Height);
        new CpuBokehRenderer().Render(scene, quality, new PixelRegion(0, 0, photo.Width, photo.Height), picture, threads, progress: null, cancellationToken);
        double render = Lap(ref start);
        using SampleImage codes = PhotoQuantiser.Quantise(picture, photo, BitDepth, threads, cancellationToken);
        return (render, Lap(ref start));
    }

    private static double Lap(ref long start)
    {
        long now = Stopwatch.GetTimestamp();
        double elapsed = Stopwatch.GetElapsedTime(start, now).TotalMilliseconds;
        start = now;
        return elapsed;
    }
}
