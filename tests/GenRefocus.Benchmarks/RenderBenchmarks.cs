using BenchmarkDotNet.Attributes;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Benchmarks;

/// <summary>The parts of a render of 2 megapixels with radii up to 30 px.</summary>
public class RenderBenchmarks : IDisposable
{
    private static readonly PixelRegion Whole = new(0, 0, BenchmarkScene.Width, BenchmarkScene.Height);

    private readonly LinearImage _picture = BenchmarkScene.Picture();
    private readonly Plane<float> _disparity = BenchmarkScene.Disparity();
    private readonly LinearImage _target = new(BenchmarkScene.Width, BenchmarkScene.Height);
    private readonly CircleOfConfusion _circle = new() { K = BenchmarkScene.K, FocusDisparity = BenchmarkScene.FocusDisparity };
    private readonly CpuBokehRenderer _renderer = new();
    private readonly KernelTable _kernels;
    private readonly DefocusMap _defocus;
    private readonly BokehScene _scene;

    /// <summary>Makes what the parts start from.</summary>
    public RenderBenchmarks()
    {
        _defocus = DefocusMap.Compute(_disparity, _circle, BenchmarkScene.Threads, CancellationToken.None);
        Aperture disc = Aperture.Create(new ApertureSettings(), picture: null);
        _kernels = KernelTable.Create(disc, _defocus.LargestRadius, BenchmarkScene.Threads, CancellationToken.None);
        _scene = Scene();
    }

    /// <summary>Circle of confusion of every pixel.</summary>
    [Benchmark]
    public void CircleOfConfusion() => DefocusMap.Compute(_disparity, _circle, BenchmarkScene.Threads, CancellationToken.None).Dispose();

    /// <summary>What the renderer prepares of picture and radii, without hidden layers.</summary>
    [Benchmark]
    public void ScenePreparation() => Scene().Dispose();

    /// <summary>A first render: scene, hidden layers and slices.</summary>
    /// <param name="quality">Preview or final.</param>
    [Benchmark]
    [Arguments(BokehQuality.Preview)]
    [Arguments(BokehQuality.Final)]
    public void FirstRender(BokehQuality quality)
    {
        using BokehScene scene = Scene();
        Render(scene, quality);
    }

    /// <summary>A render that finds the hidden layers: binning, slices, composite.</summary>
    /// <param name="quality">Preview or final.</param>
    [Benchmark]
    [Arguments(BokehQuality.Preview)]
    [Arguments(BokehQuality.Final)]
    public void RenderAgain(BokehQuality quality) => Render(_scene, quality);

    /// <summary>Gives the memory back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _scene.Dispose();
        _defocus.Dispose();
        _target.Dispose();
        _disparity.Dispose();
        _picture.Dispose();
        GC.SuppressFinalize(this);
    }

    private BokehScene Scene() =>
        new(_picture, _defocus.SignedRadius, _kernels, HighlightRecovery.None, BenchmarkScene.Threads, CancellationToken.None);

    private void Render(BokehScene scene, BokehQuality quality) =>
        _renderer.Render(scene, quality, Whole, _target, BenchmarkScene.Threads, progress: null, CancellationToken.None);
}
