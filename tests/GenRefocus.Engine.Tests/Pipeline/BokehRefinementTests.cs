using GenRefocus.Diffusion;
using GenRefocus.Diffusion.Tests;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

/// <summary>The repair of the drawn blur in the pipeline, with a network that answers with the sharp picture.</summary>
public sealed class BokehRefinementTests : IDisposable
{
    private const int Width = 192, Height = 128;

    private readonly TemporaryFolder _folder = new();
    private readonly TestBokehNetwork _network = new(0, (colour, plane) => plane == colour ? 1 : 0);
    private readonly RefocusPipeline _pipeline;
    private readonly Photo _photo = TestPhoto.Make(Width, Height);

    public BokehRefinementTests() => _pipeline = Pipeline(Path.GetDirectoryName(_network.Path)!);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pipeline.Dispose();
        _photo.Dispose();
        _network.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Asked_for_it_changes_the_blur_at_edges_and_nothing_else()
    {
        using RefocusResult drawn = Refocus(Settings(BokehStage.Physical)), refined = Refocus(Settings(BokehStage.Hybrid));
        using LinearImage sharp = _photo.ToLinear(1, Token);
        int restored = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (refined.Picture[x, y] == drawn.Picture[x, y])
                    continue;
                Assert.True(Math.Abs(x - (Width / 2)) < 70 && Math.Abs(y - (Height / 2)) < 60, $"({x}, {y}) is far from every edge.");
                restored += Math.Abs(refined.Picture[x, y].Y - sharp[x, y].Y) < 1e-3 ? 1 : 0;
            }
        }

        Assert.InRange(restored, 500, Width * Height / 2);
        BokehReport report = refined.Report.Bokeh!;
        Assert.Equal((true, 1, "bokeh", 64), (report.Refined, report.Steps, report.Model!.Id, report.Model.Sha256.Length));
        Assert.Contains("refine", refined.Report.Seconds.Keys);
        Assert.Equal("True", refined.Report.ToXmpProperties()["BokehRefined"]);
        Assert.Contains("\"bokeh\": {", System.Text.Encoding.UTF8.GetString(refined.Report.ToUtf8Json()), StringComparison.Ordinal);
        Assert.Empty(refined.Report.Warnings);
    }

    [Fact]
    public void It_is_off_unless_asked_for()
    {
        using RefocusResult drawn = Refocus(Settings(null));
        Assert.Null(drawn.Report.Bokeh);
        Assert.DoesNotContain("refine", drawn.Report.Seconds.Keys);
        Assert.DoesNotContain("BokehRefined", drawn.Report.ToXmpProperties().Keys);
    }

    [Fact]
    public void Parts_previews_and_other_views_pass_it_by_and_need_no_network()
    {
        File.Delete(_network.Path);
        RefocusSettings settings = Settings(BokehStage.Hybrid);
        RefocusRequest[] requests =
        [
            new(settings) { Region = new PixelRegion(40, 30, 50, 40) },
            new(settings with { Output = new OutputSettings { Quality = OutputQuality.Preview } }),
            new(settings with { Output = new OutputSettings { View = OutputView.Defocus } }),
        ];
        foreach (RefocusRequest request in requests)
        {
            using RefocusResult result = _pipeline.Refocus(_photo, request, null, Token);
            Assert.Null(result.Report.Bokeh);
        }
    }

    [Fact]
    public void A_missing_network_is_named_before_anything_is_done()
    {
        List<RefocusStage> seen = [];
        File.Delete(_network.Path);
        ModelMissingException missing = Assert.Throws<ModelMissingException>(() =>
            _pipeline.Refocus(_photo, new RefocusRequest(Settings(BokehStage.Hybrid)), new Told(progress => seen.Add(progress.Stage)), Token));
        Assert.Equal(_network.Path, missing.Path);
        Assert.Contains("--bokeh physical", missing.Message, StringComparison.Ordinal);
        Assert.Empty(seen);
    }

    [Fact]
    public void An_opening_that_the_network_does_not_know_is_left_as_it_was_drawn()
    {
        RefocusSettings hearts = Settings(BokehStage.Hybrid) with { Aperture = new ApertureSettings { Shape = ApertureShape.Heart } };
        using RefocusResult asked = Refocus(hearts), drawn = Refocus(hearts with { Engine = new EngineSettings() });
        Assert.True(Same(asked.Picture, drawn.Picture));
        Assert.Equal((false, null), (asked.Report.Bokeh!.Refined, asked.Report.Bokeh.Model));
        Assert.Contains("straight blades", Assert.Single(asked.Report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_blur_there_is_nothing_to_repair()
    {
        using RefocusResult result = Refocus(Settings(BokehStage.Hybrid) with { Blur = new BlurSettings { Strength = 0 } });
        Assert.False(result.Report.Bokeh!.Refined);
        Assert.Empty(result.Report.Warnings);
    }

    [Fact]
    public void More_steps_draw_by_the_seed()
    {
        RefocusSettings settings = Settings(BokehStage.Hybrid);
        RefocusSettings Of(int steps, long seed) => settings with { Engine = settings.Engine with { BokehSteps = steps, Seed = seed } };
        using TestBokehNetwork noisy = new(0.9f, (_, _) => 0, noise: "0.5");
        using RefocusPipeline pipeline = Pipeline(Path.GetDirectoryName(noisy.Path)!);
        RefocusResult Made(int steps, long seed) => pipeline.Refocus(_photo, new RefocusRequest(Of(steps, seed)), null, Token);
        using RefocusResult one = Made(1, 1), other = Made(1, 2), three = Made(3, 1), again = Made(3, 1), seeded = Made(3, 2);
        Assert.True(Same(one.Picture, other.Picture));
        Assert.True(Same(three.Picture, again.Picture));
        Assert.False(Same(three.Picture, seeded.Picture));
        Assert.Equal(3, three.Report.Bokeh!.Steps);
    }

    [Fact]
    public void It_tells_how_far_it_is_and_can_be_ended()
    {
        List<RefocusProgress> seen = [];
        RefocusRequest request = new(Settings(BokehStage.Hybrid));
        _pipeline.Prepare(request, Token);
        _pipeline.Refocus(_photo, request, new Told(seen.Add), Token).Dispose();
        Assert.Equal(RefocusStage.Refine, seen[^1].Stage);
        Assert.Equal(1, seen[^1].Overall, 1e-9);
        Assert.Equal(seen.Select(progress => progress.Overall).Order(), seen.Select(progress => progress.Overall));

        using CancellationTokenSource cancel = new();
        Assert.ThrowsAny<OperationCanceledException>(() => _pipeline.Refocus(
            _photo,
            request,
            new Told(progress =>
            {
                if (progress.Stage == RefocusStage.Refine)
                    cancel.Cancel();
            }),
            cancel.Token));
        using RefocusResult after = _pipeline.Refocus(_photo, request, null, Token);
        Assert.True(after.Report.Bokeh!.Refined);
    }

    private static RefocusPipeline Pipeline(string folder) => new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu, ModelFolder = folder });

    private static bool Same(LinearImage a, LinearImage b) => Enumerable.Range(0, a.Height).All(y => a.Row(y).SequenceEqual(b.Row(y)));

    // In focus on the square, what is behind it blurred by about 6 pixels.
    private RefocusSettings Settings(BokehStage? bokeh) => new()
    {
        Engine = new EngineSettings { Bokeh = bokeh },
        Focus = new FocusSettings { Target = FocusTarget.Near },
        Blur = new BlurSettings { K = 10 },
        Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path, Width, Height), Kind = DepthKind.Disparity },
    };

    private RefocusResult Refocus(RefocusSettings settings) => _pipeline.Refocus(_photo, new RefocusRequest(settings), null, Token);

    private sealed class Told(Action<RefocusProgress> note) : IProgress<RefocusProgress>
    {
        public void Report(RefocusProgress value) => note(value);
    }
}
