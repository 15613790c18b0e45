using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering.Tests;

public sealed class DepthEdgeRepairTests
{
    [Fact]
    public void The_repair_equals_its_description() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 50], Gen.Int[0, 1000], Gen.Float[1, 20]).Sample(
            (width, height, seed, range) =>
            {
                using Plane<float> d = Ramps(width, height, seed, range), actual = DepthEdgeRepair.Apply(d, range, 2, CancellationToken.None);
                float[,] snapped = new float[height, width];
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                        snapped[y, x] = Snap(d, x, y, range);
                }

                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        float expected = snapped[y, x];
                        foreach ((int dx, int dy) in (ReadOnlySpan<(int, int)>)[(-1, 0), (1, 0), (0, -1), (0, 1)])
                        {
                            if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height)
                                expected = MathF.Max(expected, snapped[y + dy, x + dx]);
                        }

                        Assert.Equal(expected, actual[x, y]);
                    }
                }
            },
            iter: 40, threads: 1);

    [Fact]
    public void A_soft_edge_becomes_a_hard_one()
    {
        using Plane<float> d = new(40, 20);
        for (int y = 0; y < 20; y++)
        {
            for (int x = 0; x < 40; x++)
                d[x, y] = Math.Clamp((x - 17) / 6f, 0, 1);
        }

        using Plane<float> repaired = DepthEdgeRepair.Apply(d, 1, 1, CancellationToken.None);
        int between = Enumerable.Range(0, 40).Count(x => repaired[x, 10] is > 0.2f and < 0.8f);
        Assert.Equal(0, between);
        Assert.Equal(0, repaired[14, 10]);
        Assert.Equal(1, repaired[26, 10]);
    }

    [Fact]
    public void Slopes_without_an_edge_stay()
    {
        using Plane<float> d = new(50, 30);
        for (int y = 0; y < 30; y++)
            d.Row(y).Fill(0.005f * y);
        using Plane<float> repaired = DepthEdgeRepair.Apply(d, 1, 2, CancellationToken.None);
        for (int y = 0; y < 29; y++)
            Assert.Equal(d[7, y + 1], repaired[7, y]);
    }

    private static Plane<float> Ramps(int width, int height, int seed, float range)
    {
        Random random = new(seed);
        Plane<float> plane = new(width, height);
        float slope = (float)random.NextDouble() * 0.3f, angle = (float)random.NextDouble() * 6;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane[x, y] = range * (Math.Clamp(0.5f + (slope * (((x - (width / 2)) * MathF.Cos(angle)) + ((y - (height / 2)) * MathF.Sin(angle)))), 0, 1) + (0.02f * (float)random.NextDouble()));
        }

        return plane;
    }

    private static (float High, float Low) Extremes(Plane<float> d, int x, int y, int radius)
    {
        (float high, float low) = (float.MinValue, float.MaxValue);
        for (int v = Math.Max(0, y - radius); v <= Math.Min(d.Height - 1, y + radius); v++)
        {
            for (int u = Math.Max(0, x - radius); u <= Math.Min(d.Width - 1, x + radius); u++)
                (high, low) = (MathF.Max(high, d[u, v]), MathF.Min(low, d[u, v]));
        }

        return (high, low);
    }

    private static float Snap(Plane<float> plane, int x, int y, float range)
    {
        (float high, float low) = Extremes(plane, x, y, 4);
        (float closeHigh, float closeLow) = Extremes(plane, x, y, 1);
        float d = plane[x, y], edge = high - low;
        bool ramp = edge > 0.1f * range && closeHigh - closeLow > 0.12f * edge && d > closeLow && d < closeHigh && MathF.Min(high - d, d - low) >= 0.2f * edge;
        return !ramp ? d : high - d < d - low ? high : low;
    }
}
