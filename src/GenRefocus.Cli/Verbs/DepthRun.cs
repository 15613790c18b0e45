using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Runs <c>depth</c>.</summary>
internal static class DepthRun
{
    /// <summary>Reads the photo, gets its depth and writes it.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <param name="request">Where the depth comes from.</param>
    /// <param name="target">Where the result goes.</param>
    /// <param name="colour">Whether it is coloured.</param>
    /// <param name="cancellation">Ends the work; nothing is left behind.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(CommonArguments arguments, RefocusRequest request, OutputTarget target, bool colour, CancellationToken cancellation)
    {
        FeatureCheck.Check(request.Settings, RefocusPipeline.Features);
        DepthSummary summary;
        using (ProgressLine line = new(arguments.ShowsProgress))
        {
            line.Show("read", 0, null);
            using RefocusPipeline pipeline = new(EngineSetup.Options(arguments));
            pipeline.Prepare(request, cancellation);
            using Photo photo = InputPhoto.Read(arguments, cancellation);
            using SceneDepth depth = pipeline.GetDepth(photo, request, new EngineProgress(line), cancellation);

            line.Show("write", 1, null);
            bool metric = depth.Unit == DisparityUnit.Dioptres;
            using Plane<float>? scaled = !metric ? null : colour ? DepthScaling.ToShares(depth.Disparity) : DepthScaling.ToMillimetres(depth.Disparity);
            Write(scaled ?? depth.Disparity, target, colour, arguments.Threads, cancellation);
            summary = new()
            {
                Width = photo.Width,
                Height = photo.Height,
                Source = depth.IsImported ? "file" : "model",
                Unit = SettingSpelling.Of(depth.Unit),
                Values = colour ? "colours" : metric ? "millimetres" : "disparity",
                EdgesRepaired = depth.HasRepairedEdges,
                Model = depth.ModelId,
                ModelSha256 = depth.ModelSha256,
                Warnings = photo.Warnings,
            };
        }

        arguments.Warn(summary.Warnings);
        if (arguments.Json)
            StandardOutput.WriteJson(summary, CliJson.Default.DepthSummary);
        return (int)ExitCode.Ok;
    }

    private static void Write(Plane<float> values, OutputTarget target, bool colour, int threads, CancellationToken cancellation)
    {
        void WriteTo(Stream output)
        {
            if (colour)
                DepthWriter.WriteColourPng(values, output, threads, cancellation);
            else
                DepthWriter.WritePng16(values, output, threads, cancellation);
        }

        if (target.Path is { } path)
            OutputFile.Write(path, WriteTo, cancellation);
        else
            StandardOutput.Write(WriteTo);
    }
}
