using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval refocus</c>: both stages, each alone, and none; docs/quality.md has the protocol.</summary>
/// <param name="networks">The deblurring.</param>
/// <param name="drawing">The renderer, and BokehNet.</param>
/// <param name="pipeline">The depth.</param>
/// <param name="request">Which depth.</param>
/// <param name="threads">Threads at most.</param>
internal sealed class EvalRefocusRun(StageOne networks, StageTwo drawing, RefocusPipeline pipeline, RefocusRequest request, int threads)
{
    /// <summary>All sets.</summary>
    public static readonly IReadOnlyList<string> Sets = ["eval"];

    private string? _depthModel, _depthHash;

    /// <summary>Measures and prints.</summary>
    /// <param name="data">The folder of the data.</param>
    /// <param name="scope">Pictures, networks and steps.</param>
    /// <param name="patch">Which depth.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string data, EvalScope scope, SettingsPatch patch, EvalArguments arguments, CancellationToken cancellation)
    {
        IReadOnlyList<LensScene> scenes = [.. scope.Of(Sets).SelectMany(set => LensSceneReader.ReadSets(Path.Combine(data, "rgbd", set), scope.Most))];
        (LensScene Scene, LensShot From, LensShot To)[] tasks =
            [.. from scene in scenes from shot in scene.Shots from other in scene.Shots where shot != other select (scene, shot, other)];
        List<PictureFigure> figures = [];
        using StageOne networks = new(scope, arguments, cancellation);
        using StageTwo drawing = new(scope, arguments, cancellation);
        using RefocusPipeline pipeline = new(EngineSetup.Options(arguments.Threads, arguments.Environment));
        EvalRefocusRun run = new(networks, drawing, pipeline, RefocusRequest.FromPatch(patch), arguments.Threads);
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        {
            foreach ((LensScene scene, LensShot from, LensShot to) in tasks)
            {
                string name = $"{scene.Name} {from.Name} to {to.Name}";
                line.Show(name, (double)figures.Count / tasks.Length, null);
                figures.Add(run.Measure(name, scene, from, to, cancellation));
            }
        }

        QualityReport.Write(run.Models(), figures, arguments.Json);
        return (int)ExitCode.Ok;
    }

    private Dictionary<string, string> Models()
    {
        Dictionary<string, string> models = new(networks.Models.Concat(drawing.Models));
        if (_depthModel is not null && _depthHash is not null)
            models.Add(_depthModel, _depthHash);
        return models;
    }

    private PictureFigure Measure(string name, LensScene scene, LensShot from, LensShot to, CancellationToken cancellation)
    {
        using LinearImage given = Pictures.Read(from.Path, threads, cancellation), truth = Pictures.Read(to.Path, threads, cancellation);
        using LinearImage restored = networks.Restore(given, cancellation);
        using Plane<float> exact = scene.ReadDisparity(cancellation);
        using Plane<float> ofGiven = Estimate(given, exact, cancellation), ofRestored = Estimate(restored, exact, cancellation);
        using Judge judge = new(truth, threads, cancellation);
        IReadOnlyList<MethodFigure> Drawn(string method, LinearImage picture, Plane<float> disparity)
        {
            using DefocusMap defocus = LensScene.Defocus(disparity, to, threads, cancellation);
            return drawing.Measure(judge, method, picture, defocus, scene.Lens, cancellation);
        }

        return new PictureFigure(
            Sets[0],
            name,
            [
                judge.Compare("not refocused", given),
                judge.Compare("deblurred alone", restored),
                .. Drawn("drawn alone, exact depth", given, exact),
                .. Drawn("both, exact depth", restored, exact),
                .. Drawn("drawn alone, estimated depth", given, ofGiven),
                .. Drawn("both, estimated depth", restored, ofRestored),
            ]);
    }

    private Plane<float> Estimate(LinearImage picture, Plane<float> exact, CancellationToken cancellation)
    {
        using SceneDepth depth = pipeline.GetDepth(new PictureOfPixels(picture), request, null, cancellation);
        (_depthModel, _depthHash) = (depth.ModelId, depth.ModelSha256);
        Plane<float> disparity = new(depth.Disparity.Width, depth.Disparity.Height);
        disparity.CopyFrom(depth.Disparity);
        DisparityFit.Apply(disparity, exact);
        return disparity;
    }
}
