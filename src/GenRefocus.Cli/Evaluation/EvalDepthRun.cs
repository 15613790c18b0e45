using System.Globalization;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval depth</c>: what <c>depth</c> would write, compared with the truth.</summary>
internal static class EvalDepthRun
{
    private const string TruthEnding = "_disp.png";
    private static readonly string[] PictureEndings = ["_rgb.jpg", "_aif.jpg", "_rgb.png", "_aif.png"];

    /// <summary>Measures and prints.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="list">The file that names the pictures; null for all.</param>
    /// <param name="patch">The network.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string folder, string? list, SettingsPatch patch, EvalArguments arguments, CancellationToken cancellation)
    {
        string[] names = list is null ? All(folder) : [.. PictureList.Read(list).Select(entry => entry.Name)];
        RefocusRequest request = RefocusRequest.FromPatch(patch);
        List<DepthFigure> figures = [];
        string? model = null, hash = null;
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        using (RefocusPipeline pipeline = new(EngineSetup.Options(arguments.Threads, arguments.Environment)))
        {
            foreach (string name in names)
            {
                line.Show(name, (double)figures.Count / names.Length, null);
                using Photo photo = PhotoReader.Read(PictureOf(folder, name), new PhotoReadOptions { Threads = arguments.Threads }, cancellation);
                using DepthFile truth = DepthReader.Read(Path.Combine(folder, name + TruthEnding), cancellationToken: cancellation);
                using SceneDepth depth = pipeline.GetDepth(photo, request, null, cancellation);
                (model, hash) = (depth.ModelId, depth.ModelSha256);
                figures.Add(Figure(name, Errors(depth.Disparity, truth.Values, name, arguments.Threads, cancellation)));
            }
        }

        double[] ordered = [.. figures.Select(figure => figure.Ordinal).OfType<double>()];
        DepthFigures result = new(model, hash, Rounded(figures.Average(figure => figure.Rmse)), Rounded(ordered.Length > 0 ? ordered.Average() : double.NaN), figures);
        if (arguments.Json)
            StandardOutput.WriteJson(result, EvalJson.Default.DepthFigures);
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(result)));
        return (int)ExitCode.Ok;
    }

    private static DepthErrors Errors(Plane<float> estimate, Plane<float> truth, string name, int threads, CancellationToken cancellation)
    {
        try
        {
            return DepthErrors.Of(estimate, truth, threads, cancellation);
        }
        catch (ArgumentException)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{name}{TruthEnding}: every pixel is 0, that is, unknown");
        }
    }

    private static DepthFigure Figure(string name, DepthErrors errors) =>
        new(name, Rounded(errors.Rmse), double.IsNaN(errors.Ordinal) ? null : Rounded(errors.Ordinal), errors.Pairs);

    private static string[] All(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CliException(ExitCode.InputUnreadable, $"{folder}: there is no such folder");
        string[] names =
        [
            .. Directory.EnumerateFiles(folder, "*" + TruthEnding).Select(path => Path.GetFileName(path)[..^TruthEnding.Length])
                .Where(name => PictureEndings.Any(ending => File.Exists(Path.Combine(folder, name + ending)))).Order(StringComparer.Ordinal),
        ];
        return names.Length > 0
            ? names
            : throw new CliException(ExitCode.InputUnreadable, $"{folder}: no picture with its truth is here (NAME_rgb.jpg and NAME{TruthEnding})");
    }

    private static string PictureOf(string folder, string name) =>
        PictureEndings.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists)
        ?? throw new CliException(ExitCode.InputUnreadable, $"{name}: neither {name}_rgb.jpg nor {name}_aif.jpg is in {folder}");

    private static IEnumerable<string> Lines(DepthFigures result)
    {
        yield return Row("picture", "rmse/std", "ordinal");
        foreach (DepthFigure figure in result.Pictures)
            yield return Row(figure.Name, Text(figure.Rmse), figure.Ordinal is { } ordinal ? Text(ordinal) : "-");
        yield return Row($"mean of {result.Pictures.Count.ToString(CultureInfo.InvariantCulture)}", Text(result.Rmse), Text(result.Ordinal));
    }

    private static string Row(string name, string rmse, string ordinal) => $"{name,-32}{rmse,10}{ordinal,10}";

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static double Rounded(double value) => Math.Round(value, 4);
}
