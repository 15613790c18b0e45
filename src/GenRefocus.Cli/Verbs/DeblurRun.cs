using System.Globalization;
using GenRefocus.Engine;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Runs <c>deblur</c>.</summary>
internal static class DeblurRun
{
    /// <summary>Reads the photo, makes it sharp and writes it.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <param name="request">How it is done.</param>
    /// <param name="target">Where the result goes.</param>
    /// <param name="cancellation">Ends the work; nothing is left behind.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(CommonArguments arguments, RefocusRequest request, OutputTarget target, CancellationToken cancellation)
    {
        DeblurSummary summary;
        using (ProgressLine line = new(arguments.ShowsProgress))
        {
            line.Show("read", 0, null);
            using RefocusPipeline pipeline = new(EngineSetup.Options(arguments));
            using Photo photo = InputPhoto.Read(arguments, cancellation);
            using AllInFocus sharp = pipeline.Sharpen(photo, request, new EngineProgress(line), cancellation);

            line.Show("write", 1, null);
            DeblurReport report = sharp.Deblur!;
            summary = new()
            {
                Width = photo.Width,
                Height = photo.Height,
                SoftShare = report.SoftShare,
                Steps = report.Steps,
                Seed = request.Settings.Engine.Seed,
                Models = report.Models,
                Warnings = photo.Warnings,
            };
            IReadOnlyList<string> losses = target.Write(sharp.Picture, photo, summary.ToXmpProperties(), arguments.Threads, cancellation);
            summary = summary with { Warnings = [.. photo.Warnings, .. losses] };
        }

        arguments.Warn(summary.Warnings);
        arguments.Tell(string.Create(CultureInfo.InvariantCulture, $"soft: {100 * summary.SoftShare:0.#} % of the picture"));
        if (arguments.Json)
            StandardOutput.WriteJson(summary, CliJson.Default.DeblurSummary);
        return (int)ExitCode.Ok;
    }
}
