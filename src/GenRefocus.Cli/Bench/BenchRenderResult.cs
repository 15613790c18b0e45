using GenRefocus.Engine;

namespace GenRefocus.Cli;

/// <summary>What <c>bench render --json</c> prints; <see cref="RenderTimings"/> says what each figure includes.</summary>
internal sealed record BenchRenderResult
{
    public required double MedianMs { get; init; }

    public required double CachedMs { get; init; }

    public required double ColdMs { get; init; }

    public required double MinMs { get; init; }

    public required double MaxMs { get; init; }

    public required IReadOnlyDictionary<string, double> StagesMs { get; init; }

    public required int Runs { get; init; }

    public required int WarmUpRuns { get; init; }

    public required int Threads { get; init; }

    public required string Quality { get; init; }

    public required string Shape { get; init; }

    public required double K { get; init; }

    public required double FocusDisparity { get; init; }

    public required double LargestRadius { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required string Version { get; init; }

    public required Machine Machine { get; init; }

    /// <summary>Puts what was measured and where together.</summary>
    /// <param name="timings">What was measured.</param>
    /// <param name="machine">Where.</param>
    public static BenchRenderResult Of(RenderTimings timings, Machine machine) => new()
    {
        MedianMs = timings.MedianMs,
        CachedMs = timings.CachedMs,
        ColdMs = timings.ColdMs,
        MinMs = timings.MinMs,
        MaxMs = timings.MaxMs,
        StagesMs = timings.StagesMs,
        Runs = timings.Runs,
        WarmUpRuns = timings.WarmUpRuns,
        Threads = timings.Threads,
        Quality = timings.Quality,
        Shape = timings.Shape,
        K = timings.K,
        FocusDisparity = timings.FocusDisparity,
        LargestRadius = timings.LargestRadius,
        Width = timings.Width,
        Height = timings.Height,
        Version = ProductVersion.Text,
        Machine = machine,
    };
}
