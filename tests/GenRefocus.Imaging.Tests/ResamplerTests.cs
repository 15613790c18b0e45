using System.Numerics;
using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class ResamplerTests
{
    private const int Threads = 2;

    public static TheoryData<string, ResampleFilter, int, int> References => new()
    {
        { "area", ResampleFilter.Area, 32, 24 },
        { "area", ResampleFilter.Area, 45, 25 },
        { "bilinear", ResampleFilter.Bilinear, 120, 90 },
        { "bilinear", ResampleFilter.Bilinear, 32, 24 },
        { "bilinear", ResampleFilter.Bilinear, 45, 25 },
        { "bilinear_antialias", ResampleFilter.BilinearAntialias, 32, 24 },
        { "bilinear_antialias", ResampleFilter.BilinearAntialias, 45, 25 },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Every_rule_gives_the_reference_tensors(string rule, ResampleFilter filter, int width, int height)
    {
        string? folder = SharedData.Find("data/pilot/reference");
        Assert.SkipWhen(folder is null, "The shared data folder is not here.");
        (float[] source, int[] shape) = NpyFile.Read(Path.Combine(folder, "resize_source_u8.npy"));
        (float[] expected, _) = NpyFile.Read(Path.Combine(folder, $"resize_{rule}_{width}x{height}.npy"));

        float[] result = Resampler.Resize(source, shape[1], shape[0], 3, width, height, filter, Threads, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Length, result.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], result[i], 1e-3f);
    }

    [Fact]
    public void Fast_equals_slow_for_all_filters_and_sizes() =>
        Gen.Select(Gen.Int[1, 23], Gen.Int[1, 17], Gen.Int[1, 31], Gen.Int[1, 29], Gen.Enum<ResampleFilter>()).Sample((w, h, toW, toH, filter) =>
        {
            using var source = new Plane<float>(w, h);
            for (int y = 0; y < h; y++)
            {
                for (int x = 0; x < w; x++)
                    source[x, y] = ((x * 7) + (y * 13) + (x * y)) % 11;
            }

            using Plane<float> result = Resampler.Resize(source, toW, toH, filter, Threads);
            for (int y = 0; y < toH; y++)
            {
                for (int x = 0; x < toW; x++)
                    Assert.Equal(Slow(source, x, y, toW, toH, filter), result[x, y], 1e-3);
            }
        });

    [Fact]
    public void Planes_pictures_and_buffers_agree()
    {
        const int w = 19, h = 13, toW = 11, toH = 29;
        using var plane = new Plane<float>(w, h);
        using var image = new LinearImage(w, h);
        var buffer = new float[w * h * 2];
        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
            {
                float value = MathF.Sin(x + (3 * y));
                plane[x, y] = value;
                image[x, y] = new Vector4(0, value, 1, 0);
                buffer[(2 * ((y * w) + x)) + 1] = value;
            }
        }

        foreach (ResampleFilter filter in Enum.GetValues<ResampleFilter>())
        {
            using Plane<float> a = Resampler.Resize(plane, toW, toH, filter, Threads, TestContext.Current.CancellationToken);
            using LinearImage b = Resampler.Resize(image, toW, toH, filter, 1, TestContext.Current.CancellationToken);
            float[] c = Resampler.Resize(buffer, w, h, 2, toW, toH, filter, Threads, TestContext.Current.CancellationToken);
            for (int y = 0; y < toH; y++)
            {
                for (int x = 0; x < toW; x++)
                {
                    Assert.Equal(a[x, y], b[x, y].Y, 1e-6f);
                    Assert.Equal(1, b[x, y].Z, 1e-6f);
                    Assert.Equal(a[x, y], c[(2 * ((y * toW) + x)) + 1]);
                }
            }
        }
    }

    [Fact]
    public void A_constant_stays_constant_and_area_keeps_the_mean() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[1, 60]).Sample((w, toW) =>
        {
            toW = Math.Min(w, toW);
            using var source = new Plane<float>(w, 2);
            for (int x = 0; x < w; x++)
                source[x, 0] = source[x, 1] = x * x;
            using Plane<float> result = Resampler.Resize(source, toW, 1, ResampleFilter.Area, 1);
            Assert.Equal(source.Row(0).ToArray().Average(), result.Row(0).ToArray().Average(), 0.05);
            source.Fill(0.7f);
            using Plane<float> constant = Resampler.Resize(source, toW, 5, ResampleFilter.Bicubic, 1);
            Assert.All(constant.Row(4).ToArray(), v => Assert.Equal(0.7f, v, 1e-6f));
        });

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        using var plane = new Plane<float>(4, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resize(plane, 0, 4, ResampleFilter.Area, 1, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resize(plane, 4, 4, (ResampleFilter)99, 1, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resize(plane, 4, 4, ResampleFilter.Area, 0, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => Resampler.Resize(new float[11], 2, 2, 3, 4, 4, ResampleFilter.Area, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_cancelled_resize_throws()
    {
        using var plane = new Plane<float>(40, 400);
        plane.Fill(0);
        Assert.ThrowsAny<OperationCanceledException>(() => Resampler.Resize(plane, 20, 20, ResampleFilter.Area, Threads, new CancellationToken(true)));
    }

    private static double Slow(Plane<float> source, int x, int y, int toW, int toH, ResampleFilter filter)
    {
        double sum = 0, total = 0;
        for (int sy = -3; sy < source.Height + 3; sy++)
        {
            double wy = Weight(sy, y, source.Height, toH, filter);
            for (int sx = -3; wy != 0 && sx < source.Width + 3; sx++)
            {
                double w = wy * Weight(sx, x, source.Width, toW, filter);
                sum += w * source[Math.Clamp(sx, 0, source.Width - 1), Math.Clamp(sy, 0, source.Height - 1)];
                total += w;
            }
        }

        return sum / total;
    }

    private static double Weight(int p, int i, int n, int m, ResampleFilter filter)
    {
        double scale = (double)n / m, centre = ((i + 0.5) * scale) - 0.5, d = Math.Abs(p - centre);
        bool inside = p >= 0 && p < n;
        switch (filter)
        {
            case ResampleFilter.Area when scale > 1:
                return inside ? Math.Max(0, Math.Min(p + 1, (i + 1) * scale) - Math.Max(p, i * scale)) : 0;
            case ResampleFilter.BilinearAntialias when scale > 1:
                return inside ? Math.Max(0, 1 - (d / scale)) : 0;
            case ResampleFilter.Bicubic:
                const double a = -0.75;
                return d <= 1 ? ((a + 2) * d * d * d) - ((a + 3) * d * d) + 1 : d < 2 ? (a * d * d * d) - (5 * a * d * d) + (8 * a * d) - (4 * a) : 0;
            default:
                return Math.Max(0, 1 - d);
        }
    }
}
