using System.Globalization;
using GenRefocus.Engine;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval subject</c>.</summary>
internal static class EvalSubjectRun
{
    private const string GroupMark = "__";

    /// <summary>Measures and prints.</summary>
    /// <param name="folder">The folder of the photos.</param>
    /// <param name="masks">The folder of the masks.</param>
    /// <param name="list">The file that names the photos and their classes; null for all that have a mask.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string folder, string masks, string? list, EvalArguments arguments, CancellationToken cancellation)
    {
        IReadOnlyList<(string Name, string Class)> entries = list is null ? All(masks) : PictureList.Read(list);
        List<SubjectFigure> figures = [];
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        using (RefocusPipeline pipeline = new(EngineSetup.Options(arguments.Threads, arguments.Environment)))
        {
            foreach ((string name, string kind) in entries)
            {
                line.Show(name, (double)figures.Count / entries.Count, null);
                using Photo photo = PhotoReader.Read(PhotoOf(folder, name), new PhotoReadOptions { Threads = arguments.Threads }, cancellation);
                using Plane<float> truth = Truth(Path.Combine(masks, name + ".png"), cancellation);
                using Plane<float> mask = pipeline.GetSubject(photo, null, cancellation)?.Mask
                    ?? throw new CliException(ExitCode.ModelMissing, "the model that finds subjects is not installed; install the program again");
                figures.Add(new SubjectFigure(name, kind.Length > 0 ? kind : null, Rounded(MaskOverlap.Of(mask, truth, arguments.Threads, cancellation))));
            }
        }

        Dictionary<string, double> classes = figures.Where(figure => figure.Class is not null).GroupBy(figure => figure.Class!)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Rounded(group.Average(figure => figure.Iou)));
        SubjectFigures result = new(Rounded(figures.Average(figure => figure.Iou)), classes, figures);
        if (arguments.Json)
            StandardOutput.WriteJson(result, EvalJson.Default.SubjectFigures);
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(result)));
        return (int)ExitCode.Ok;
    }

    private static Plane<float> Truth(string path, CancellationToken cancellation)
    {
        using DepthFile file = DepthReader.Read(path, cancellationToken: cancellation);
        Plane<float> mask = new(file.Values.Width, file.Values.Height);
        for (int y = 0; y < mask.Height; y++)
        {
            ReadOnlySpan<float> from = file.Values.Row(y);
            Span<float> to = mask.Row(y);
            for (int x = 0; x < to.Length; x++)
                to[x] = from[x] / file.FullScale;
        }

        return mask;
    }

    private static (string Name, string Class)[] All(string masks)
    {
        if (!Directory.Exists(masks))
            throw new CliException(ExitCode.InputUnreadable, $"{masks}: there is no such folder");
        (string, string)[] entries =
            [.. Directory.EnumerateFiles(masks, "*.png").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).Select(name => (name, ""))];
        return entries.Length > 0 ? entries : throw new CliException(ExitCode.InputUnreadable, $"{masks}: no mask is here (NAME.png)");
    }

    private static string PhotoOf(string folder, string name)
    {
        int mark = name.IndexOf(GroupMark, StringComparison.Ordinal);
        string[] candidates = mark < 0
            ? [Path.Combine(folder, name + ".jpg")]
            : [Path.Combine(folder, name[..mark], name[(mark + GroupMark.Length)..] + ".jpg"), Path.Combine(folder, name + ".jpg")];
        return candidates.FirstOrDefault(File.Exists) ?? throw new CliException(ExitCode.InputUnreadable, $"{candidates[0]}: the photo is not there");
    }

    private static IEnumerable<string> Lines(SubjectFigures result)
    {
        yield return Row("photo", "class", "IoU");
        foreach (SubjectFigure figure in result.Pictures)
            yield return Row(figure.Name, figure.Class ?? "", Text(figure.Iou));
        foreach ((string name, double iou) in result.Classes)
            yield return Row("mean", name, Text(iou));
        yield return Row($"mean of {result.Pictures.Count.ToString(CultureInfo.InvariantCulture)}", "", Text(result.Iou));
    }

    private static string Row(string name, string kind, string iou) => $"{name,-56}{kind,-10}{iou,8}";

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static double Rounded(double value) => Math.Round(value, 4);
}
