using BenchmarkDotNet.Attributes;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Benchmarks;

/// <summary>The table of kernels of an aperture up to a radius of 32 px.</summary>
public class KernelBenchmarks
{
    private const float MaxRadius = 32;

    private Aperture? _aperture;

    /// <summary>Shape of the aperture.</summary>
    [Params(ApertureShape.Disc, ApertureShape.Polygon, ApertureShape.Heart)]
    public ApertureShape Shape { get; set; }

    /// <summary>Makes the aperture.</summary>
    [GlobalSetup]
    public void Setup() => _aperture = Aperture.Create(new ApertureSettings { Shape = Shape }, picture: null);

    /// <summary>Rasterises all kernels.</summary>
    [Benchmark]
    public KernelTable Table() => KernelTable.Create(_aperture!, MaxRadius, BenchmarkScene.Threads, CancellationToken.None);
}
