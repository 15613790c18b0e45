using System.Numerics;
using GenRefocus.Diffusion.Tests;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

/// <summary>Stage 1 in the pipeline, with networks that take red for blur and make every blurred pixel half grey.</summary>
public sealed class StageOneTests : IDisposable
{
    private const int Width = 256, Height = 128;

    private readonly TemporaryFolder _folder = new();
    private readonly TestNetworks _networks = new(TestNetworks.Half);
    private readonly RefocusPipeline _pipeline;
    private readonly Photo _photo = HalfRed();

    public StageOneTests() => _pipeline = new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu, ModelFolder = _networks.Folder });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pipeline.Dispose();
        _photo.Dispose();
        _networks.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_sharp_view_is_the_photo_with_what_was_soft_restored()
    {
        using RefocusResult result = Refocus(Exact(OutputView.Sharp));
        using LinearImage photo = _photo.ToLinear(1, Token);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (x < (Width / 2) - 8)
                    Assert.Equal(photo[x, y], result.Picture[x, y]);
                else if (x > (Width / 2) + 8)
                    Assert.Equal(SrgbTransfer.ToLinear(0.5), result.Picture[x, y].Y, 1e-4);
            }
        }

        DeblurReport report = result.Report.Deblur!;
        Assert.InRange(report.SoftShare, 0.45, 0.55);
        Assert.Equal((true, 1, 2), (report.Restored, report.Steps, report.Models.Count));
        Assert.Contains("Restored", result.Report.ToXmpProperties().Keys);
    }

    [Fact]
    public void The_lens_draws_from_the_all_in_focus_picture()
    {
        using RefocusResult sharp = Refocus(Exact(OutputView.Sharp)), drawn = Refocus(Exact() with { Blur = new BlurSettings { Strength = 0 } });
        Assert.True(Same(sharp.Picture, drawn.Picture));
    }

    [Fact]
    public void Off_leaves_the_stage_out()
    {
        using RefocusResult result = Refocus(Exact(OutputView.Sharp) with { Deblur = new DeblurSettings { Mode = DeblurMode.Off } });
        using LinearImage photo = _photo.ToLinear(1, Token);
        Assert.True(Same(photo, result.Picture));
        Assert.Null(result.Report.Deblur);
        Assert.DoesNotContain("deblur", result.Report.Seconds.Keys);
    }

    [Fact]
    public void A_moved_slider_and_other_depth_spare_the_stage_and_other_steps_do_not()
    {
        RefocusSettings settings = Exact();
        Refocus(settings).Dispose();
        using RefocusResult lens = Refocus(settings with { Blur = new BlurSettings { K = 2 } });
        using RefocusResult depth = Refocus(settings with { Depth = settings.Depth with { Kind = DepthKind.Depth } });
        using RefocusResult seed = Refocus(settings with { Engine = settings.Engine with { Seed = 7 } });
        using RefocusResult steps = Refocus(settings with { Deblur = settings.Deblur with { Steps = 2 } });
        Assert.DoesNotContain("depth", lens.Report.Seconds.Keys);
        Assert.Contains("depth", depth.Report.Seconds.Keys);
        Assert.All([lens, depth, seed], result => Assert.DoesNotContain("deblur", result.Report.Seconds.Keys));
        Assert.Contains("deblur", steps.Report.Seconds.Keys);
        Assert.Equal(lens.Report.Deblur, depth.Report.Deblur);
    }

    [Fact]
    public void Without_networks_it_is_left_out_unless_it_must_be_done()
    {
        File.Delete(_networks.PathOf(Diffusion.DeblurModelLocator.Blur));
        using RefocusResult result = Refocus(Exact(OutputView.Sharp) with { Deblur = new DeblurSettings() });
        Assert.Null(result.Report.Deblur);
        ModelMissingException error = Assert.Throws<ModelMissingException>(() => Refocus(Exact()));
        Assert.Equal(_networks.PathOf(Diffusion.DeblurModelLocator.Blur), error.Path);
    }

    [Fact]
    public void The_stage_alone_gives_the_same_picture()
    {
        RefocusRequest request = new(Exact(OutputView.Sharp));
        using RefocusResult whole = Refocus(request.Settings);
        using AllInFocus alone = _pipeline.Sharpen(_photo, request, null, Token);
        Assert.True(Same(whole.Picture, alone.Picture));
        Assert.Equal(whole.Report.Deblur!.SoftShare, alone.Deblur!.SoftShare);
    }

    private static Photo HalfRed()
    {
        SampleImage samples = new(Width, Height, 3, 8);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Span<byte> pixel = samples.Row8(y).Slice(3 * x, 3);
                pixel[0] = (byte)(x < Width / 2 ? 8 : 150);
                pixel[1] = (byte)((x * 7) + (y * 13));
                pixel[2] = (byte)((x * 5) + (y * 3));
            }
        }

        return new Photo(samples, PictureFormat.Png, ColourEncoding.Srgb, PhotoMetadata.None);
    }

    private static bool Same(LinearImage a, LinearImage b) => Enumerable.Range(0, a.Height).All(y => a.Row(y).SequenceEqual(b.Row(y)));

    private RefocusSettings Exact(OutputView view = OutputView.Result) => new()
    {
        // Asked for, since grey is nothing that a lens can have blurred to the photo.
        Deblur = new DeblurSettings { Mode = DeblurMode.On },
        Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path, Width, Height), Kind = DepthKind.Disparity },
        Output = new OutputSettings { View = view },
    };

    private RefocusResult Refocus(RefocusSettings settings) => _pipeline.Refocus(_photo, new RefocusRequest(settings), null, Token);
}
