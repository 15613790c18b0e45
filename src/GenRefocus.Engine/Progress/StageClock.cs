using System.Diagnostics;

namespace GenRefocus.Engine;

/// <summary>Measures stages and reports progress. Its <see cref="Report"/> may be called from any thread.</summary>
internal sealed class StageClock
{
    // Below this share of the work an extrapolated time says nothing.
    private const double LeastShare = 0.1;

    private readonly IProgress<RefocusProgress>? _progress;
    private readonly IReadOnlyList<RefocusStage> _stages;
    private readonly Dictionary<RefocusStage, double> _seconds = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Starts.</summary>
    /// <param name="progress">Receives the progress; null for nobody.</param>
    /// <param name="stages">The stages that will run, in order.</param>
    public StageClock(IProgress<RefocusProgress>? progress, IReadOnlyList<RefocusStage> stages)
    {
        _progress = progress;
        _stages = stages;
    }

    /// <summary>Seconds of the stages that ran.</summary>
    public IReadOnlyDictionary<RefocusStage, double> Seconds => _seconds;

    /// <summary>Runs a stage.</summary>
    /// <param name="stage">Which.</param>
    /// <param name="body">Its work; reports the finished share.</param>
    public T Run<T>(RefocusStage stage, Func<IProgress<double>, T> body)
    {
        long start = Stopwatch.GetTimestamp();
        Report(stage, 0);
        T result = body(new Share(this, stage));
        Report(stage, 1);
        _seconds[stage] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result;
    }

    /// <summary>What a stage usually costs beside the others; 12 megapixels, two processors, compact network.</summary>
    private static double Weight(RefocusStage stage) => stage switch
    {
        RefocusStage.Decode => 8,
        RefocusStage.Deblur => 100,
        RefocusStage.Subject => 15,
        RefocusStage.Depth => 40,
        RefocusStage.Focus => 4,
        RefocusStage.Lens => 4,
        RefocusStage.Refine => 200,
        _ => 44,
    };

    private void Report(RefocusStage stage, double fraction)
    {
        if (_progress is null)
            return;
        double total = _stages.Sum(Weight), done = _stages.TakeWhile(s => s != stage).Sum(Weight) + (fraction * Weight(stage));
        double overall = Math.Clamp(done / total, 0, 1);
        TimeSpan? remaining = overall < LeastShare ? null : Stopwatch.GetElapsedTime(_start) * ((1 - overall) / overall);
        _progress.Report(new RefocusProgress(stage, Math.Clamp(fraction, 0, 1), overall, remaining));
    }

    private sealed class Share(StageClock clock, RefocusStage stage) : IProgress<double>
    {
        public void Report(double value) => clock.Report(stage, value);
    }
}
