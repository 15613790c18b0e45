using System.Diagnostics;
using System.Globalization;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Runs <c>refocus</c>.</summary>
internal static class RefocusRun
{
    private const string Reading = "read";
    private const string Writing = "write";

    /// <summary>Reads the photo, refocuses it and writes the result.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <param name="request">The look that is wanted.</param>
    /// <param name="words">What was understood of words.</param>
    /// <param name="target">Where the result goes.</param>
    /// <param name="cancellation">Ends the work; nothing is left behind.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(CommonArguments arguments, RefocusRequest request, PromptLayer words, OutputTarget target, CancellationToken cancellation)
    {
        // Before the photo is read: a refused setting should cost no time.
        FeatureCheck.Check(request.Settings, RefocusPipeline.Features);
        RefocusReport report;
        using (ProgressLine line = new(arguments.ShowsProgress))
        {
            line.Show(Reading, 0, null);
            long start = Stopwatch.GetTimestamp();
            using RefocusPipeline pipeline = new(EngineSetup.Options(arguments));
            pipeline.Prepare(request, cancellation);
            using Photo photo = InputPhoto.Read(arguments, cancellation);
            double reading = Stopwatch.GetElapsedTime(start).TotalSeconds;

            using RefocusResult result = pipeline.Refocus(photo, request, new EngineProgress(line), cancellation);
            report = result.Report;

            line.Show(Writing, 1, null);
            start = Stopwatch.GetTimestamp();
            IReadOnlyList<string> losses = target.Write(result.Picture, photo, report.ToXmpProperties(), arguments.Threads, cancellation);
            double writing = Stopwatch.GetElapsedTime(start).TotalSeconds;
            report = report with
            {
                Words = words.Report,
                Warnings = [.. words.Warnings, .. photo.Warnings, .. report.Warnings, .. losses],
                Seconds = new Dictionary<string, double>(report.Seconds) { [Reading] = Math.Round(reading, 4), [Writing] = Math.Round(writing, 4) },
            };
        }

        arguments.Warn(report.Warnings);
        foreach (string line in Summary(report))
            arguments.Tell(line);
        if (arguments.Json)
            StandardOutput.WriteLine(report.ToUtf8Json());
        return (int)ExitCode.Ok;
    }

    private static IEnumerable<string> Summary(RefocusReport report)
    {
        foreach (string sentence in report.Words?.Explanation ?? [])
            yield return $"words: {sentence}";
        if (report.Deblur is { } deblur)
            yield return Text($"deblur: {100 * deblur.SoftShare:0.#} % soft, {(deblur.Restored ? "made sharp" : "left as it is")}");
        yield return Text($"depth: {report.Depth.Source} {report.Depth.Model}, {report.Depth.Unit}, span {report.Depth.Span:0.###}");
        yield return Text($"focus: disparity {report.Focus.Disparity:0.####}, found by {report.Focus.Method}");
        yield return Text($"blur: K {report.Blur.K:0.###} px, largest radius {report.Blur.LargestRadius:0.#} px");
        if (report.Bokeh is { } bokeh)
            yield return Text($"bokeh: {(bokeh.Refined ? $"repaired at edges by {bokeh.Model?.Id}" : "as it was drawn")}");
        yield return $"seconds: {string.Join(", ", report.Seconds.Select(stage => Text($"{stage.Key} {stage.Value:0.00}")))}";
        if (report.WithoutEffect.Count > 0)
            yield return $"without effect yet: {string.Join(", ", report.WithoutEffect)}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
