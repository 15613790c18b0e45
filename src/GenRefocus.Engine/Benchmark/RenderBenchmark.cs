using System.Diagnostics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Measures what a render costs, with the parts that <see cref="RefocusPipeline"/> uses. The depth comes from a file.</summary>
public static class RenderBenchmark
{
    /// <summary>Frames measured unless said otherwise.</summary>
    public const int DefaultRuns = 9;

    /// <summary>Most frames that can be measured.</summary>
    public const int MaxRuns = 1000;

    /// <summary>Frames drawn before the measured ones: after three the times no longer fall.</summary>
    public const int WarmUpRuns = 3;

    /// <summary>Draws a photo again and again.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="settings">The look; the depth must come from a file.</param>
    /// <param name="runs">Frames to measure, 1 to <see cref="MaxRuns"/>.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What it costs.</returns>
    /// <exception cref="SettingsException">
    /// A setting is not allowed or needs a stage that does not exist, the depth does not come from a file or has another shape than the photo, or nothing is blurred.
    /// </exception>
    /// <exception cref="PictureException">The depth file or the aperture's picture cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RenderTimings Run(Photo photo, RefocusSettings settings, int runs, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MaxRuns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        SettingsCatalog.Validate(settings);
        FeatureCheck.Check(settings, RefocusPipeline.Features);
        if (!settings.Depth.IsImported)
            throw new SettingsException(SettingPaths.DepthSource, "a render is measured with depth from a file; name one");

        using SceneSources sources = new(new EngineOptions { Threads = threads, Provider = ExecutionProvider.Cpu });
        using AllInFocus sharp = SceneAnalyzer.Sharpen(photo, DeblurRequest.Of(settings), sources, new StageClock(null, []), threads, cancellationToken);
        LinearImage picture = sharp.Picture;
        using DepthFile file = ImportedDepth.Read(settings.Depth, picture, threads, cancellationToken);
        DepthSource source = sources.Depth;

        List<double> cold = [];
        KernelCache kernels = new();
        for (int run = -WarmUpRuns; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            kernels = new KernelCache();
            using SceneDepth depth = Condition(source, file, picture, settings, cancellationToken);
            SceneAnalysis analysis = SceneAnalyzer.Describe(photo, sharp, depth, null, threads, cancellationToken);
            LensSetup lens = LensSetup.Resolve(analysis, settings, threads, cancellationToken);
            double prepared = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            RenderFrame frame = RenderFrame.Measure(photo, analysis, lens, settings, kernels, threads, cancellationToken);
            if (run >= 0)
                cold.Add(prepared + frame.Whole);
        }

        using SceneDepth conditioned = Condition(source, file, picture, settings, cancellationToken);
        SceneAnalysis ready = SceneAnalyzer.Describe(photo, sharp, conditioned, null, threads, cancellationToken);
        LensSetup focused = LensSetup.Resolve(ready, settings, threads, cancellationToken);
        List<RenderFrame> frames = [];
        for (int run = 0; run < runs; run++)
            frames.Add(RenderFrame.Measure(photo, ready, focused, settings, kernels, threads, cancellationToken));
        return Summarise(frames, cold, photo, focused, settings, threads);
    }

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static SceneDepth Condition(
        DepthSource source, DepthFile file, LinearImage picture, RefocusSettings settings, CancellationToken cancellationToken) =>
        source.Import(file, picture, settings.Depth, repairsImported: false, new Progress<double>(), cancellationToken);

    private static RenderTimings Summarise(
        List<RenderFrame> frames, List<double> cold, Photo photo, LensSetup lens, RefocusSettings settings, int threads)
    {
        return new()
        {
            MedianMs = Of(frame => frame.Whole),
            MinMs = Rounded(frames.Min(frame => frame.Whole)),
            MaxMs = Rounded(frames.Max(frame => frame.Whole)),
            CachedMs = Of(frame => frame.WithHiddenLayers),
            ColdMs = Rounded(Median(cold)),
            StagesMs = new Dictionary<string, double>
            {
                ["coc"] = Of(frame => frame.Coc),
                ["scene"] = Of(frame => frame.Scene),
                ["hidden_layers"] = Of(frame => Math.Max(0, frame.FirstRender - frame.SecondRender)),
                ["slices"] = Of(frame => frame.SecondRender),
                ["quantise"] = Of(frame => frame.FirstQuantise),
            },
            Width = photo.Width,
            Height = photo.Height,
            Quality = SettingSpelling.Of(settings.Output.Quality),
            Shape = SettingSpelling.Of(settings.Aperture.Shape),
            K = lens.Scale.K,
            FocusDisparity = lens.Focus.Disparity,
            LargestRadius = Rounded(frames[0].LargestRadius),
            Threads = threads,
            Runs = frames.Count,
            WarmUpRuns = WarmUpRuns,
        };

        double Of(Func<RenderFrame, double> part) => Rounded(Median(frames.Select(part)));
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
