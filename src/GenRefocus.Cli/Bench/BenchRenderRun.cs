using System.Globalization;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Runs <c>bench render</c>.</summary>
internal static class BenchRenderRun
{
    /// <summary>Reads the photo, measures and prints.</summary>
    /// <param name="image">The photo's path.</param>
    /// <param name="settings">The look.</param>
    /// <param name="runs">Frames to measure.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="json">Whether the result is printed as JSON.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string image, RefocusSettings settings, int runs, int threads, bool json, CancellationToken cancellation)
    {
        // Before the photo is read: a refused setting should cost no time.
        FeatureCheck.Check(settings, RefocusPipeline.Features);
        using Photo photo = PhotoReader.Read(image, new PhotoReadOptions { Threads = threads }, cancellation);
        RenderTimings timings = RenderBenchmark.Run(photo, settings, runs, threads, cancellation);
        BenchRenderResult result = BenchRenderResult.Of(timings, Machine.Read());
        if (json)
            StandardOutput.WriteJson(result, BenchJson.Default.BenchRenderResult);
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(result)));
        return (int)ExitCode.Ok;
    }

    private static IEnumerable<string> Lines(BenchRenderResult result)
    {
        yield return Text($"{result.Width} × {result.Height} pixels, {result.Shape}, {result.Quality}, largest radius {result.LargestRadius:0.0} px");
        yield return Text($"{result.Machine.Processor}, {result.Threads} of {result.Machine.LogicalProcessors} threads, {result.Runs} runs after {result.WarmUpRuns}");
        yield return "";
        yield return Row("frame after a change of the lens", result.MedianMs) + Text($"   ({result.MinMs:0.0} to {result.MaxMs:0.0})");
        foreach ((string stage, double time) in result.StagesMs)
            yield return Row("  " + stage.Replace('_', ' '), time);
        yield return Row("the same with hidden layers reused", result.CachedMs);
        yield return Row("everything after decoding", result.ColdMs);
    }

    private static string Row(string label, double milliseconds) => Text($"{label,-34}{milliseconds,10:0.0} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
