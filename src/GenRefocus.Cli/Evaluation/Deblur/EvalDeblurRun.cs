using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Runs <c>eval deblur</c>; docs/quality.md has the protocol.</summary>
internal static class EvalDeblurRun
{
    // Blur that deblurring is for, and what counts as sharp, in pixels of radius.
    private const float LeastSoft = 1, MostSoft = 6, MostSharp = 0.5f;

    /// <summary>Measures and prints.</summary>
    /// <param name="data">The folder of the data.</param>
    /// <param name="scope">Sets, pictures, networks and steps.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(string data, EvalScope scope, EvalArguments arguments, CancellationToken cancellation)
    {
        DeblurCases source = new(data, scope.Most, arguments.Threads);
        DeblurCase[] cases = [.. scope.Of(DeblurCases.Sets).SelectMany(source.Of)];
        List<PictureFigure> figures = [];
        using StageOne networks = new(scope, arguments, cancellation);
        using (ProgressLine line = new(!arguments.Quiet && Terminal.CanRewrite))
        {
            foreach (DeblurCase one in cases)
            {
                line.Show(one.Name, (double)figures.Count / cases.Length, null);
                figures.Add(Measure(one, networks, arguments.Threads, cancellation));
            }
        }

        QualityReport.Write(networks.Models, figures, arguments.Json);
        return (int)ExitCode.Ok;
    }

    private static PictureFigure Measure(DeblurCase one, StageOne networks, int threads, CancellationToken cancellation)
    {
        using DeblurTrial trial = one.Make(cancellation);
        using Judge judge = new(trial.Truth, threads, cancellation);
        if (trial.Radius is { } radius)
        {
            judge.AddPart("soft", radius, value => Math.Abs(value) is >= LeastSoft and <= MostSoft);
            judge.AddPart("sharp", radius, value => Math.Abs(value) <= MostSharp);
        }

        using LinearImage restored = networks.Restore(trial.Given, cancellation);
        return new PictureFigure(one.Set, one.Name, [judge.Compare("as it is", trial.Given), judge.Compare("deblurred", restored)]);
    }
}
