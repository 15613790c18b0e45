using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

public sealed class RefocusPipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RefocusPipeline _pipeline = new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu });
    private readonly Photo _photo = TestPhoto.Make();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pipeline.Dispose();
        _photo.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Strength_0_gives_the_decoded_photo_back_bit_for_bit()
    {
        using RefocusResult result = Refocus(Exact() with { Blur = new BlurSettings { Strength = 0 } });
        using LinearImage original = _photo.ToLinear(1, Token);
        AssertSame(original, result.Picture, (_, _) => true);
        Assert.Equal((0, 0), (result.Report.Blur.K, result.Report.Blur.LargestRadius));
    }

    [Fact]
    public void What_is_in_focus_stays_bit_for_bit_and_the_rest_is_smoothed()
    {
        using RefocusResult result = Refocus(Exact() with { Blur = new BlurSettings { K = 10 }, Focus = new FocusSettings { Target = FocusTarget.Center } });
        using LinearImage original = _photo.ToLinear(1, Token);
        AssertSame(original, result.Picture, (x, y) => TestPhoto.IsNear(x, y, 192, 128));
        Assert.Equal(6, result.Report.Blur.LargestRadius, 1e-3);
        Assert.True(Roughness(result.Picture) < 0.2 * Roughness(original));
    }

    [Fact]
    public void Focus_on_the_background_keeps_it_away_from_the_subjects_edge()
    {
        FocusSettings corner = new() { Target = FocusTarget.Parse("5%,5%") };
        using RefocusResult result = Refocus(Exact() with { Blur = new BlurSettings { K = 10 }, Focus = corner });
        using LinearImage original = _photo.ToLinear(1, Token);
        AssertSame(original, result.Picture, (x, y) => x < 40 || y < 20);
        Assert.Equal("point", result.Report.Focus.Method);
    }

    [Fact]
    public void The_report_says_what_was_used()
    {
        RefocusSettings settings = Exact() with { Focus = new FocusSettings { Target = FocusTarget.Parse("96,64") }, Blur = new BlurSettings { FNumber = 2 } };
        using RefocusResult result = Refocus(settings);
        RefocusReport report = result.Report;
        Assert.Equal((192, 128, "final", "result", 42), (report.Width, report.Height, report.Quality, report.View, report.Seed));
        Assert.Equal(0.8, report.Focus.Disparity, 1e-4);
        Assert.Equal(1.25, report.Focus.Distance!.Value, 1e-3);
        Assert.Equal(ThinLens.PixelsPerDioptre(50, 2, 1250, 36, 192), report.Blur.K, 1e-3);
        Assert.Equal(("file", "relative", false), (report.Depth.Source, report.Depth.Unit, report.Depth.EdgesRepaired));
        Assert.Equal(0.6, report.Depth.Span, 1e-4);
        Assert.Equal(["deblur", "decode", "depth", "focus", "lens", "render", "subject"], report.Seconds.Keys.Order());
        Assert.Contains("light.grain", report.WithoutEffect);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_radius_above_256_pixels_is_limited_with_a_warning()
    {
        RefocusSettings settings = Exact() with
        {
            Blur = new BlurSettings { K = 600 },
            Focus = new FocusSettings { Target = FocusTarget.Near },
            Output = new OutputSettings { View = OutputView.Defocus },
        };
        using RefocusResult result = Refocus(settings);
        Assert.Equal((256, true), (result.Report.Blur.LargestRadius, result.Report.Blur.RadiusClamped));
        Assert.Contains("256", Assert.Single(result.Report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_render_of_the_same_photo_spares_decoding_and_depth_and_equals_a_fresh_one()
    {
        RefocusSettings settings = Exact() with { Blur = new BlurSettings { K = 8 } };
        Refocus(settings).Dispose();
        RefocusSettings moved = settings with
        {
            Focus = new FocusSettings { Target = FocusTarget.Far },
            Aperture = new ApertureSettings { Shape = ApertureShape.Heart },
        };
        using RefocusResult second = Refocus(moved);
        Assert.Equal(["focus", "lens", "render"], second.Report.Seconds.Keys.Order());
        using RefocusPipeline fresh = new(new EngineOptions { Threads = 1, Provider = ExecutionProvider.Cpu });
        using RefocusResult expected = fresh.Refocus(_photo, new RefocusRequest(moved), null, Token);
        AssertSame(expected.Picture, second.Picture, (_, _) => true);
    }

    [Fact]
    public void Another_depth_makes_another_analysis()
    {
        SceneAnalysis first = _pipeline.Analyze(_photo, new RefocusRequest(Exact()), null, Token);
        Assert.Same(first, _pipeline.Analyze(_photo, new RefocusRequest(Exact() with { Blur = new BlurSettings { K = 3 } }), null, Token));
        RefocusSettings farIsBright = new() { Depth = Exact().Depth with { Kind = DepthKind.Depth } };
        SceneAnalysis inverted = _pipeline.Analyze(_photo, new RefocusRequest(farIsBright), null, Token);
        Assert.NotSame(first, inverted);
        Assert.Equal(0.2f, inverted.Depth.Disparity.Row(64)[96], 1e-4f);
    }

    [Fact]
    public void Depth_of_half_the_size_is_enlarged_and_of_another_shape_refused()
    {
        string half = TestPhoto.WriteDepth(_folder.Path, 96, 64, "half.png"), square = TestPhoto.WriteDepth(_folder.Path, 128, 128, "square.png");
        SceneAnalysis analysis = _pipeline.Analyze(_photo, Import(half), null, Token);
        Assert.Equal((192, 128), (analysis.Depth.Disparity.Width, analysis.Depth.Disparity.Height));
        SettingsException error = Assert.Throws<SettingsException>(() => _pipeline.Analyze(_photo, Import(square), null, Token));
        Assert.Contains("128 × 128 pixels, which is another shape than the photo's 192 × 128", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imported_depth_is_repaired_only_when_asked_for_by_name()
    {
        string half = TestPhoto.WriteDepth(_folder.Path, 96, 64, "half.png");
        SettingsPatch patch = SettingsPatch.Empty.With("depth.source", SettingValue.FromText(half));
        Assert.False(_pipeline.Analyze(_photo, RefocusRequest.FromPatch(patch), null, Token).Depth.HasRepairedEdges);
        SceneAnalysis repaired = _pipeline.Analyze(_photo, RefocusRequest.FromPatch(patch.With("depth.edges", SettingValue.FromText("snap"))), null, Token);
        Assert.True(repaired.Depth.HasRepairedEdges);
        SceneAnalysis kept = _pipeline.Analyze(_photo, RefocusRequest.FromPatch(patch.With("depth.edges", SettingValue.FromText("keep"))), null, Token);
        Assert.False(kept.Depth.HasRepairedEdges);
    }

    [Fact]
    public void The_shipped_network_gives_depth_and_a_result()
    {
        using RefocusResult result = Refocus(new RefocusSettings { Blur = new BlurSettings { K = 12 } });
        RefocusReport report = result.Report;
        Assert.Equal(("model", "relative", true), (report.Depth.Source, report.Depth.Unit, report.Depth.EdgesRepaired));
        Assert.Equal("depth-compact", report.Depth.Model);
        Assert.Matches("^[0-9a-f]{64}$", report.Depth.ModelSha256!);
        Assert.Contains(report.Focus.Method, (string[])["subject", "centre-weighted"]);
        Assert.InRange(report.Focus.Disparity, 0, 1);
        for (int y = 0; y < result.Picture.Height; y++)
        {
            foreach (Vector4 pixel in result.Picture.Row(y))
                Assert.True(pixel.X is >= 0 and <= 1 && pixel.W is > 0.999f and < 1.001f, pixel.ToString());
        }
    }

    [Fact]
    public void A_missing_network_and_a_missing_stage_are_refused()
    {
        DepthSettings missing = new() { Model = Path.Combine(_folder.Path, "no.onnx") };
        Assert.Throws<ModelMissingException>(() => Refocus(new RefocusSettings { Depth = missing }));
        Assert.Throws<SettingsException>(() => Refocus(Exact() with { Aperture = new ApertureSettings { CatEye = 0.5 } }));
        Assert.Throws<SettingsException>(() => Refocus(Exact() with { Blur = new BlurSettings { FNumber = 0 } }));
    }

    [Fact]
    public void Progress_runs_through_the_stages_to_the_end()
    {
        List<RefocusProgress> seen = [];
        _pipeline.Refocus(_photo, new RefocusRequest(Exact()), new Collector(seen), Token).Dispose();
        // The repair of the blur must be asked for.
        Assert.Equal(Enum.GetValues<RefocusStage>().Except([RefocusStage.Refine]), seen.Select(p => p.Stage).Distinct());
        Assert.Equal(1, seen[^1].Overall, 1e-9);
        Assert.All(seen, p => Assert.True(p.Fraction is >= 0 and <= 1 && p.Remaining is null or { Ticks: >= 0 }));
        Assert.Equal(TimeSpan.Zero, seen[^1].Remaining);
    }

    [Fact]
    public void Cancellation_ends_every_stage_and_leaves_the_pipeline_usable()
    {
        foreach (RefocusStage stage in Enum.GetValues<RefocusStage>().Except([RefocusStage.Refine]))
        {
            using RefocusPipeline pipeline = new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu });
            using CancellationTokenSource source = new();
            RefocusRequest request = new(Exact() with { Blur = new BlurSettings { K = 10 } });
            Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Refocus(_photo, request, new Canceller(stage, source), source.Token));
            using RefocusResult after = pipeline.Refocus(_photo, request, null, Token);
            Assert.Equal(192, after.Picture.Width);
        }
    }

    [Fact]
    public void An_aperture_can_be_a_picture_from_a_file_or_embedded()
    {
        string path = Path.Combine(_folder.Path, "bar.png");
        using (LinearImage bar = new(33, 65))
        {
            bar.Fill(new Vector4(0, 0, 0, 1));
            for (int y = 0; y < 65; y++)
                bar.Row(y)[12..21].Fill(Vector4.One);
            PhotoWriter.Write(bar, null, path, cancellationToken: Token);
        }

        ApertureSettings bars = new() { Shape = ApertureShape.Image, Image = path };
        RefocusSettings file = Exact() with { Aperture = bars, Blur = new BlurSettings { K = 20 } };
        RefocusSettings embedded = file with { Aperture = file.Aperture with { Image = ApertureImage.Embed(File.ReadAllBytes(path)) } };
        using RefocusResult a = Refocus(file), b = Refocus(embedded);
        AssertSame(a.Picture, b.Picture, (_, _) => true);
        using RefocusResult kernel = Refocus(file with { Output = new OutputSettings { View = OutputView.Kernel } });
        int middle = kernel.Picture.Height / 2;
        Assert.Equal(1f, kernel.Picture.Row(middle)[middle].X, 1e-4f);
        Assert.Equal(0f, kernel.Picture.Row(middle)[middle - 60].X);
        Assert.Equal(1f, kernel.Picture.Row(middle - 100)[middle].X, 1e-4f);
    }

    [Fact]
    public void A_tilted_plane_of_focus_keeps_a_band_sharp()
    {
        using Photo photo = TestPhoto.Make();
        RefocusSettings settings = Exact() with
        {
            Focus = new FocusSettings { Target = FocusTarget.Parse("5%,50%"), Tilt = 1 },
            Blur = new BlurSettings { K = 20 },
            Output = new OutputSettings { View = OutputView.Defocus },
        };
        using RefocusResult result = Refocus(settings);

        // Beside the square d is 0.2 everywhere and d_f grows downwards: below the focus point the scene is farther than the focus (blue), above it nearer.
        Assert.True(result.Picture.Row(120)[5].Z > result.Picture.Row(120)[5].X);
        Assert.True(result.Picture.Row(8)[5].X > result.Picture.Row(8)[5].Z);
        Assert.True(result.Picture.Row(64)[5].X < 1e-3f && result.Picture.Row(64)[5].Z < 1e-3f);
    }

    private RefocusRequest Import(string path) => new(new RefocusSettings { Depth = new DepthSettings { Source = path } });

    private RefocusSettings Exact() => new() { Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path) } };

    private RefocusResult Refocus(RefocusSettings settings) => _pipeline.Refocus(_photo, new RefocusRequest(settings), null, Token);

    private static void AssertSame(LinearImage expected, LinearImage actual, Func<int, int, bool> where)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        for (int y = 0; y < expected.Height; y++)
        {
            for (int x = 0; x < expected.Width; x++)
            {
                if (where(x, y) && expected.Row(y)[x] != actual.Row(y)[x])
                    Assert.Fail($"({x}, {y}): {actual.Row(y)[x]} instead of {expected.Row(y)[x]}");
            }
        }
    }

    // Sum of squared steps along rows in the upper left corner, which is background.
    private static double Roughness(LinearImage picture)
    {
        double sum = 0;
        for (int y = 0; y < 30; y++)
        {
            for (int x = 1; x < 60; x++)
                sum += Math.Pow(picture.Row(y)[x].X - picture.Row(y)[x - 1].X, 2);
        }

        return sum;
    }

    private sealed class Collector(List<RefocusProgress> seen) : IProgress<RefocusProgress>
    {
        public void Report(RefocusProgress value)
        {
            lock (seen)
                seen.Add(value);
        }
    }

    private sealed class Canceller(RefocusStage stage, CancellationTokenSource source) : IProgress<RefocusProgress>
    {
        public void Report(RefocusProgress value)
        {
            if (value.Stage == stage)
                source.Cancel();
        }
    }
}
