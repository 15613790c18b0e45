using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval bokeh</c>; docs/quality.md has the protocol.</summary>
/// <param name="network">BokehNet; null where it is not installed.</param>
/// <param name="parameters">Its steps and seed.</param>
/// <param name="threads">Threads at most.</param>
internal sealed class EvalBokehRun(BokehNetwork? network, BokehParameters parameters, int threads)
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
        using BokehNetwork? network = BokehModelLocator.Find(scope.Models) is { } path ? BokehNetwork.Open(path, arguments.Sessions(), cancellation) : null;
        EvalBokehRun run = new(network, new BokehParameters { Steps = scope.Steps, Seed = scope.Seed, Threads = arguments.Threads }, arguments.Threads);
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        {
            for (int i = 0; i < scenes.Length; i++)
            {
                line.Show(scenes[i].Scene.Name, (double)i / scenes.Length, null);
                figures.AddRange(run.Measure(scenes[i].Set, scenes[i].Scene, cancellation));
            }
        }

        Dictionary<string, string> models = network is null ? [] : new() { [network.Card.Id] = network.Sha256 };
        QualityReport.Write(models, figures, arguments.Json);
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
            using LinearImage drawn = LensDrawing.Draw(sharp, defocus.SignedRadius, defocus.LargestRadius, Aperture.Create(scene.Lens, null), threads, cancellation);
            using Judge judge = new(truth, threads, cancellation);
            using Plane<float> band = EdgeBand.Find(defocus.SignedRadius, cancellation);
            judge.AddPart("edges", band, value => value > 0);
            judge.AddPart("rest", band, value => value == 0);
            List<MethodFigure> methods = [judge.Compare("not blurred", sharp), judge.Compare("renderer", drawn)];
            if (network is not null && LensShape.Of(scene.Lens) is { } shape)
            {
                using LinearImage? refined = new BokehRefiner(network).Refine(drawn, sharp, defocus.SignedRadius, shape, parameters, null, cancellation);
                methods.Add(judge.Compare("renderer and BokehNet", refined ?? drawn));
            }

            yield return new PictureFigure(set, $"{scene.Name} {shot.Name}", methods);
        }
    }
}
