using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

public sealed class ViewTests : IDisposable
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
    public void The_depth_view_reads_back_as_the_disparity()
    {
        using RefocusResult result = View(OutputView.Depth);
        string path = Path.Combine(_folder.Path, "view.png");
        PhotoWriter.Write(result.Picture, _photo, path, new PhotoWriteOptions { BitDepth = 16 }, Token);
        using DepthFile file = DepthReader.Read(path, cancellationToken: Token);
        Assert.Equal(0.8, file.Values.Row(64)[96] / 65535, 2e-4);
        Assert.Equal(0.2, file.Values.Row(5)[5] / 65535, 2e-4);
    }

    [Fact]
    public void The_defocus_view_is_black_in_focus_and_blue_behind()
    {
        using RefocusResult result = View(OutputView.Defocus);
        Assert.Equal(new Vector4(0, 0, 0, 1), result.Picture.Row(64)[96]);
        Vector4 behind = result.Picture.Row(5)[5];
        Assert.True(behind.Z > 0.99f && behind.X < 0.1f, behind.ToString());
    }

    [Fact]
    public void Peaking_is_green_in_focus_and_grey_elsewhere()
    {
        using RefocusResult result = View(OutputView.Peaking);
        Vector4 focused = result.Picture.Row(64)[96], behind = result.Picture.Row(5)[5];
        Assert.True(focused.Y > focused.X + 0.1f && focused.Y > focused.Z + 0.1f, focused.ToString());
        Assert.Equal((behind.X, behind.X), (behind.Y, behind.Z));
    }

    [Fact]
    public void The_kernel_view_shows_the_shape()
    {
        using RefocusResult result = View(OutputView.Kernel, new ApertureSettings { Shape = ApertureShape.Polygon, Blades = 3 });
        int middle = result.Picture.Height / 2;
        Assert.Equal(1f, result.Picture.Row(middle - 110)[middle].X, 1e-3f);
        Assert.Equal(0f, result.Picture.Row(middle + 70)[middle].X);
        Assert.Equal(result.Picture.Width, result.Picture.Height);
    }

    [Fact]
    public void The_mask_is_grey()
    {
        using RefocusResult result = View(OutputView.Mask);
        for (int y = 0; y < result.Picture.Height; y++)
        {
            foreach (Vector4 pixel in result.Picture.Row(y))
                Assert.True(pixel.X is >= 0 and <= 1 && pixel.X == pixel.Y && pixel.X == pixel.Z && pixel.W == 1, pixel.ToString());
        }
    }

    [Fact]
    public void A_mask_without_its_network_is_refused()
    {
        using RefocusPipeline pipeline = new(new EngineOptions { Threads = 2, ModelFolder = _folder.Path });
        using Photo photo = TestPhoto.Make();
        RefocusRequest request = new(new RefocusSettings
        {
            Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path) },
            Output = new OutputSettings { View = OutputView.Mask },
        });
        SettingsException refused = Assert.Throws<SettingsException>(() => pipeline.Refocus(photo, request, null, Token));
        Assert.Equal("output.view", refused.Member);
    }

    private RefocusResult View(OutputView view, ApertureSettings? aperture = null)
    {
        RefocusSettings settings = new()
        {
            Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path) },
            Focus = new FocusSettings { Target = FocusTarget.Center },
            Aperture = aperture ?? new ApertureSettings(),
            Output = new OutputSettings { View = view },
            Blur = new BlurSettings { K = 15 },
        };
        return _pipeline.Refocus(_photo, new RefocusRequest(settings), null, Token);
    }
}
