using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval bokeh</c>; docs/quality.md has the protocol.</summary>
/// <param name="drawing">The renderer, and BokehNet.</param>
/// <param name="threads">Threads at most.</param>
internal sealed class EvalBokehRun(StageTwo drawing, int threads)
{
    /// <summary>Sets of the scene generator.</summary>
    public const string Sets = "eval";

    /// <summary>Scenes of real and cut-out things.</summary>
    public const string Renders = "render";

    /// <summary>All sets.</summary>
    public static readonly IReadOnlyList<string> All = [Sets, Renders];

    /// <summary>Measures and prints.</summary>
    /// <param name="data">The folder of the data.</param>
    /// <param name="scope">Sets, pictures, network and steps.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string data, EvalScope scope, EvalArguments arguments, CancellationToken cancellation)
    {
        (string Set, LensScene Scene)[] scenes = [.. from set in scope.Of(All) from scene in Scenes(Path.Combine(data, "rgbd", set), set, scope.Most) select (set, scene)];
        List<PictureFigure> figures = [];
        using StageTwo drawing = new(scope, arguments, cancellation);
        EvalBokehRun run = new(drawing, arguments.Threads);
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        {
            for (int i = 0; i < scenes.Length; i++)
            {
                line.Show(scenes[i].Scene.Name, (double)i / scenes.Length, null);
                figures.AddRange(run.Measure(scenes[i].Set, scenes[i].Scene, cancellation));
            }
        }

        QualityReport.Write(drawing.Models, figures, arguments.Json);
        return (int)ExitCode.Ok;
    }

    private static IReadOnlyList<LensScene> Scenes(string folder, string set, int most) =>
        set == Sets ? LensSceneReader.ReadSets(folder, most) : LensSceneReader.ReadRenders(folder, most);

    private IEnumerable<PictureFigure> Measure(string set, LensScene scene, CancellationToken cancellation)
    {
        using LinearImage sharp = Pictures.Read(scene.AllInFocus, threads, cancellation);
        using Plane<float> disparity = scene.ReadDisparity(cancellation);
        foreach (LensShot shot in scene.Shots)
        {
            using LinearImage truth = Pictures.Read(shot.Path, threads, cancellation);
            using DefocusMap defocus = LensScene.Defocus(disparity, shot, threads, cancellation);
            using Judge judge = new(truth, threads, cancellation);
            using Plane<float> band = EdgeBand.Find(defocus.SignedRadius, cancellation);
            judge.AddPart("edges", band, value => value > 0);
            judge.AddPart("rest", band, value => value == 0);
            yield return new PictureFigure(
                set, $"{scene.Name} {shot.Name}", [judge.Compare("not blurred", sharp), .. drawing.Measure(judge, "renderer", sharp, defocus, scene.Lens, cancellation)]);
        }
    }
}
