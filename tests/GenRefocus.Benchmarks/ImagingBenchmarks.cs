using BenchmarkDotNet.Attributes;
using GenRefocus.Imaging;
using GenRefocus.Vision;

namespace GenRefocus.Benchmarks;

/// <summary>Colour, resampling and the enlargement of depth, 2 megapixels.</summary>
public class ImagingBenchmarks : IDisposable
{
    // The size of the shipped network's output.
    private const int NetworkWidth = 256, NetworkHeight = 192;

    private readonly LinearImage _picture = BenchmarkScene.Picture();
    private readonly LinearImage _changed = BenchmarkScene.Picture();
    private readonly Plane<float> _disparity = BenchmarkScene.Disparity();
    private readonly Plane<float> _coarse;
    private readonly Photo _photo;

    /// <summary>Makes what the loops start from.</summary>
    public ImagingBenchmarks()
    {
        _photo = BenchmarkScene.Photo(_picture);
        _coarse = Resampler.Resize(_disparity, NetworkWidth, NetworkHeight, ResampleFilter.Area, BenchmarkScene.Threads, CancellationToken.None);
        for (int y = 0; y < BenchmarkScene.Height; y++)
        {
            for (int x = 0; x < BenchmarkScene.Width; x++)
                _changed[x, y] = _changed[x, y] with { X = 0.5f * _changed[x, y].X };
        }
    }

    /// <summary>8-bit sRGB to linear light.</summary>
    [Benchmark]
    public void SrgbDecode() => _photo.ToLinear(BenchmarkScene.Threads).Dispose();

    /// <summary>Linear light to dithered 8-bit sRGB, every pixel changed.</summary>
    [Benchmark]
    public void SrgbEncode() => PhotoQuantiser.Quantise(_changed, _photo, 8, BenchmarkScene.Threads, CancellationToken.None).Dispose();

    /// <summary>A picture to half its size.</summary>
    [Benchmark]
    public void ResizeToHalf() =>
        Resampler.Resize(_picture, BenchmarkScene.Width / 2, BenchmarkScene.Height / 2, ResampleFilter.Area, BenchmarkScene.Threads, CancellationToken.None).Dispose();

    /// <summary>The network's depth to the picture's size, bilinearly.</summary>
    [Benchmark]
    public void ResizeDepth() =>
        Resampler.Resize(_coarse, BenchmarkScene.Width, BenchmarkScene.Height, ResampleFilter.Bilinear, BenchmarkScene.Threads, CancellationToken.None).Dispose();

    /// <summary>The network's depth to the picture's size, along the picture's edges.</summary>
    [Benchmark]
    public void UpsampleDepth() => DepthUpsampler.Upsample(_coarse, _picture, null, BenchmarkScene.Threads, CancellationToken.None).Dispose();

    /// <summary>Gives the memory back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _photo.Dispose();
        _coarse.Dispose();
        _disparity.Dispose();
        _changed.Dispose();
        _picture.Dispose();
        GC.SuppressFinalize(this);
    }
}
