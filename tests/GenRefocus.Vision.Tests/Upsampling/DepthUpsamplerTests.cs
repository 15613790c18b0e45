using System.Numerics;
using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class DepthUpsamplerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_kernel_agrees_with_a_slow_loop_for_all_sizes()
    {
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 7], Gen.Int[1, 40], Gen.Int[1, 25], Gen.Int[0, 1000]).Sample((w, h, moreColumns, moreRows, seed) =>
        {
            using Plane<float> disparity = Pictures.Plane(w, h, (x, y) => MathF.Round(Pictures.Noise(x, y, seed) * 4) / 4);
            using LinearImage picture = Pictures.Image(w + moreColumns, h + moreRows, (x, y) => Colour(x, y, seed));
            using Plane<float>? mask = seed % 3 == 0 ? null : Pictures.Plane(w + moreColumns, h + moreRows, (x, y) => MathF.Round(Pictures.Noise(x / 5, y / 4, seed)));
            using Plane<float> fast = DepthUpsampler.Upsample(disparity, picture, mask, 2, Token);
            using Plane<float> slow = SlowUpsampler.Upsample(disparity, picture, mask);
            float[] a = Pictures.Values(fast), b = Pictures.Values(slow);
            for (int i = 0; i < a.Length; i++)
                Assert.Equal(b[i], a[i], 2e-4f);
        }, iter: 60);
    }

    [Fact]
    public void The_outline_of_the_subject_is_an_edge_where_the_colours_are_alike()
    {
        const int Edge = 101;
        using LinearImage picture = Pictures.Image(240, 160, (x, y) => new Vector3(0.4f, 0.3f, 0.2f) * (0.95f + (0.05f * Pictures.Noise(x, y, 2))));
        using Plane<float> mask = Pictures.Plane(240, 160, (x, _) => x < Edge ? 1 : 0);
        using Plane<float> coarse = Pictures.Plane(30, 20, (x, _) => x < 12 ? 0.9f : x > 12 ? 0.2f : 0.2f + (0.7f * 5 / 8));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, mask, 2, Token);
        for (int y = 0; y < fine.Height; y++)
        {
            for (int x = 0; x < fine.Width; x++)
                Assert.Equal(x < Edge ? 0.9f : 0.2f, fine[x, y], 0.03f);
        }
    }

    [Fact]
    public void A_mask_of_another_size_is_refused()
    {
        using LinearImage picture = Pictures.Image(24, 16, (_, _) => Vector3.One);
        using Plane<float> coarse = Pictures.Plane(3, 2, (_, _) => 1), mask = Pictures.Plane(23, 16, (_, _) => 1);
        Assert.Throws<ArgumentException>(() => DepthUpsampler.Upsample(coarse, picture, mask, 1, Token));
    }

    [Fact]
    public void Edges_go_where_the_picture_has_them()
    {
        // A dark subject on a bright ground; its edge cuts through coarse samples, of which five eighths belong to it.
        const int Edge = 101;
        var subject = new Vector3(0.1f, 0.2f, 0.1f);
        var ground = new Vector3(0.6f, 0.5f, 0.3f);
        using LinearImage picture = Pictures.Image(240, 160, (x, y) => (x < Edge ? subject : ground) * (0.8f + (0.2f * Pictures.Noise(x, y, 1))));
        using Plane<float> coarse = Pictures.Plane(30, 20, (x, _) => x < 12 ? 0.9f : x > 12 ? 0.2f : 0.2f + (0.7f * 5 / 8));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 2, Token);
        for (int y = 0; y < fine.Height; y++)
        {
            for (int x = 0; x < fine.Width; x++)
                Assert.Equal(x < Edge ? 0.9f : 0.2f, fine[x, y], 0.02f);
        }
    }

    [Fact]
    public void A_constant_stays_constant_bit_for_bit_on_any_picture()
    {
        Gen.Select(Gen.Float[0, 5], Gen.Int[0, 1000]).Sample((value, seed) =>
        {
            using Plane<float> coarse = Pictures.Plane(7, 5, (_, _) => value);
            using LinearImage picture = Pictures.Image(61, 47, (x, y) => Colour(x, y, seed));
            using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 1, Token);
            Assert.All(Pictures.Values(fine), v => Assert.Equal(value, v));
        }, iter: 20);
    }

    [Fact]
    public void The_result_stays_within_the_range_of_the_input()
    {
        using Plane<float> coarse = Pictures.Plane(20, 15, (x, y) => 0.3f + (0.4f * Pictures.Noise(x, y, 3)));
        using LinearImage picture = Pictures.Image(203, 151, (x, y) => Colour(x, y, 4));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 2, Token);
        float low = Pictures.Values(coarse).Min(), high = Pictures.Values(coarse).Max();
        Assert.All(Pictures.Values(fine), v => Assert.InRange(v, low, high));
    }

    [Fact]
    public void A_slope_under_noise_stays_within_a_sample_of_itself()
    {
        using Plane<float> coarse = Pictures.Plane(64, 8, (x, _) => (x + 0.5f) / 64);
        using LinearImage picture = Pictures.Image(640, 80, (x, y) => new Vector3(0.2f + (0.6f * Pictures.Noise(x, y, 5))));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 2, Token);
        float[] errors = [.. Enumerable.Range(30, 580).Select(x => MathF.Abs(fine[x, 40] - ((x + 0.5f) / 640)) * coarse.Width)];
        Assert.InRange(errors.Max(), 0, 1);
        Assert.InRange(errors.Average(), 0, 0.25f);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        using Plane<float> coarse = Pictures.Plane(33, 21, (x, y) => Pictures.Noise(x / 5, y / 5, 6));
        using LinearImage picture = Pictures.Image(300, 200, (x, y) => Colour(x, y, 7));
        using Plane<float> one = DepthUpsampler.Upsample(coarse, picture, null, 1, Token), four = DepthUpsampler.Upsample(coarse, picture, null, 4, Token);
        Assert.Equal(Pictures.Values(one), Pictures.Values(four));
    }

    [Fact]
    public void The_unit_of_disparity_does_not_matter()
    {
        using LinearImage picture = Pictures.Image(120, 90, (x, y) => Colour(x, y, 8));
        using Plane<float> relative = Pictures.Plane(15, 12, (x, y) => Pictures.Noise(x / 4, y / 4, 9));
        using Plane<float> dioptres = Pictures.Plane(15, 12, (x, y) => 4 * relative[x, y]);
        using Plane<float> a = DepthUpsampler.Upsample(relative, picture, null, 1, Token), b = DepthUpsampler.Upsample(dioptres, picture, null, 1, Token);
        float[] fine = Pictures.Values(a), scaled = Pictures.Values(b);
        for (int i = 0; i < fine.Length; i++)
            Assert.Equal(4 * fine[i], scaled[i], 1e-5f);
    }

    [Fact]
    public void Values_that_are_no_numbers_in_the_picture_do_no_harm()
    {
        using Plane<float> coarse = Pictures.Plane(6, 5, (x, y) => Pictures.Noise(x, y, 10));
        using LinearImage picture = Pictures.Image(60, 50, (x, y) => x == y ? new Vector3(float.NaN, float.PositiveInfinity, -1) : Colour(x, y, 11));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 1, Token);
        Assert.All(Pictures.Values(fine), v => Assert.True(float.IsFinite(v)));
    }

    [Theory]
    [InlineData(20, 15)]
    [InlineData(10, 40)]
    [InlineData(7, 5)]
    public void A_picture_no_larger_than_the_disparity_gets_it_resampled(int width, int height)
    {
        using Plane<float> coarse = Pictures.Plane(20, 15, (x, y) => x + y);
        using LinearImage picture = Pictures.Image(width, height, (x, y) => Colour(x, y, 12));
        using Plane<float> fine = DepthUpsampler.Upsample(coarse, picture, null, 1, Token);
        Assert.Equal((width, height), (fine.Width, fine.Height));
        Assert.Equal(16.5, Pictures.Values(fine).Average(), 0.1);
    }

    [Fact]
    public void A_cancelled_token_stops_it()
    {
        using Plane<float> coarse = Pictures.Plane(20, 15, (x, y) => x + y);
        using LinearImage picture = Pictures.Image(200, 150, (x, y) => Colour(x, y, 13));
        Assert.ThrowsAny<OperationCanceledException>(() => DepthUpsampler.Upsample(coarse, picture, null, 2, new CancellationToken(true)));
    }

    private static Vector3 Colour(int x, int y, int seed) =>
        new(Pictures.Noise(x / 6, y / 6, seed), Pictures.Noise(x / 9, y / 4, seed + 1), Pictures.Noise(x, y, seed + 2));
}
