using CsCheck;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

public sealed class RenderBenchmarkTests
{
    [Fact]
    public void The_parts_add_up_to_the_frame_and_say_what_was_drawn()
    {
        using TemporaryFolder folder = new();
        using Photo photo = TestPhoto.Make();
        RenderTimings timings = RenderBenchmark.Run(photo, Settings(folder, k: 20), runs: 1, threads: 2, TestContext.Current.CancellationToken);

        Assert.Equal(["coc", "scene", "hidden_layers", "slices", "quantise"], timings.StagesMs.Keys);
        Assert.All(timings.StagesMs.Values, time => Assert.True(time >= 0));

        // One run has no other median; only the part that cannot be below zero may make the sum larger.
        Assert.True(timings.StagesMs.Values.Sum() >= timings.MedianMs - 0.01);
        Assert.Equal((timings.MedianMs, timings.MedianMs), (timings.MinMs, timings.MaxMs));
        Assert.True(timings.CachedMs > 0 && timings.ColdMs > 0);
        Assert.Equal((192, 128, "final", "disc", 1, 2), (timings.Width, timings.Height, timings.Quality, timings.Shape, timings.Runs, timings.Threads));
        Assert.Equal((20, 0.5, 6), (timings.K, timings.FocusDisparity, Math.Round(timings.LargestRadius, 2)));
    }

    [Fact]
    public void Every_measured_frame_is_one_of_the_runs()
    {
        using TemporaryFolder folder = new();
        using Photo photo = TestPhoto.Make();
        RenderTimings timings = RenderBenchmark.Run(photo, Settings(folder, k: 20), runs: 4, threads: 1, TestContext.Current.CancellationToken);
        Assert.Equal(4, timings.Runs);
        Assert.InRange(timings.MedianMs, timings.MinMs, timings.MaxMs);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        using TemporaryFolder folder = new();
        using Photo photo = TestPhoto.Make();
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal("depth.source", Assert.Throws<SettingsException>(() => RenderBenchmark.Run(photo, new RefocusSettings(), 1, 1, token)).Member);
        Assert.Equal("blur.k", Assert.Throws<SettingsException>(() => RenderBenchmark.Run(photo, Settings(folder, k: 0), 1, 1, token)).Member);
        Assert.Throws<ArgumentOutOfRangeException>(() => RenderBenchmark.Run(photo, Settings(folder, k: 20), 0, 1, token));
        Assert.Throws<ArgumentOutOfRangeException>(() => RenderBenchmark.Run(photo, Settings(folder, k: 20), 1, 0, token));
        Assert.Throws<OperationCanceledException>(() => RenderBenchmark.Run(photo, Settings(folder, k: 20), 1, 1, new CancellationToken(true)));
    }

    [Fact]
    public void Half_of_the_values_are_below_the_median() => Gen.Double[-1e6, 1e6].Array[1, 50].Sample(values =>
    {
        double median = RenderBenchmark.Median(values);
        int below = values.Count(value => value < median), above = values.Count(value => value > median);
        return 2 * below <= values.Length && 2 * above <= values.Length;
    });

    private static RefocusSettings Settings(TemporaryFolder folder, double k)
    {
        RefocusSettings settings = new();
        return settings with
        {
            Depth = settings.Depth with { Source = TestPhoto.WriteDepth(folder.Path) },
            Blur = settings.Blur with { K = k },
            Focus = settings.Focus with { Disparity = 0.5 },
        };
    }
}
