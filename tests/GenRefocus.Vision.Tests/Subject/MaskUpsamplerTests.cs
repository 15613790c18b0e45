using System.Numerics;
using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class MaskUpsamplerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_filter_agrees_with_a_slow_one()
    {
        Gen.Select(Gen.Int[2, 12], Gen.Int[2, 9], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[0, 1000]).Sample((w, h, moreColumns, moreRows, seed) =>
        {
            using Plane<float> mask = Pictures.Plane(w, h, (x, y) => Pictures.Noise(x, y, seed));
            using LinearImage picture = Pictures.Image(
                w + moreColumns, h + moreRows, (x, y) => new Vector3(Pictures.Noise(x, y, seed + 1), Pictures.Noise(x / 3, y, seed + 2), Pictures.Noise(x, y / 4, seed + 3)));
            using Plane<float> fast = MaskUpsampler.Upsample(mask, picture, 2, Token);
            using Plane<float> slow = SlowGuidedFilter.Upsample(mask, picture);
            float[] a = Pictures.Values(fast), b = Pictures.Values(slow);
            for (int i = 0; i < a.Length; i++)
                Assert.Equal(b[i], a[i], 2e-3f);
        }, iter: 40);
    }

    [Fact]
    public void The_outline_goes_where_the_picture_has_it()
    {
        const int Edge = 101;
        using LinearImage picture = Pictures.Image(240, 160, (x, _) => x < Edge ? new Vector3(0.1f, 0.2f, 0.1f) : new Vector3(0.6f, 0.5f, 0.3f));
        using Plane<float> coarse = Pictures.Plane(60, 40, (x, _) => x < 25 ? 1 : x > 25 ? 0 : 0.25f);
        using Plane<float> fine = MaskUpsampler.Upsample(coarse, picture, 2, Token);
        for (int y = 0; y < fine.Height; y++)
        {
            for (int x = 0; x < fine.Width; x++)
                Assert.Equal(x < Edge ? 1 : 0, fine[x, y], 0.12f);
        }
    }

    [Fact]
    public void Hair_keeps_the_share_that_its_colour_tells()
    {
        // Pixels that are a mixture of subject and ground get a mask between 0 and 1, in the same ratio as their colour.
        Vector3 subject = new(0.04f), ground = new(0.64f);
        using LinearImage picture = Pictures.Image(200, 200, (x, y) => x < 80 ? subject : x < 120 ? (x / 5 % 2 == 0 ? subject : new Vector3(0.25f)) : ground);
        using Plane<float> coarse = Pictures.Plane(50, 50, (x, _) => x < 20 ? 1 : x >= 30 ? 0 : Enumerable.Range(4 * x, 4).Average(column => column / 5 % 2 == 0 ? 1 : 0.5f));
        using Plane<float> fine = MaskUpsampler.Upsample(coarse, picture, 1, Token);
        Assert.Equal(1, fine[102, 100], 0.1f);
        Assert.Equal(0.5f, fine[107, 100], 0.1f);
    }

    [Fact]
    public void A_mask_without_differences_stays_what_it_is()
    {
        using LinearImage picture = Pictures.Image(90, 70, (x, y) => new Vector3(Pictures.Noise(x, y, 1)));
        using Plane<float> coarse = Pictures.Plane(9, 7, (_, _) => 0.25f);
        using Plane<float> fine = MaskUpsampler.Upsample(coarse, picture, 1, Token);
        Assert.All(Pictures.Values(fine), value => Assert.Equal(0.25f, value, 1e-4f));
    }

    [Fact]
    public void A_cancelled_run_throws()
    {
        using LinearImage picture = Pictures.Image(90, 70, (_, _) => Vector3.One);
        using Plane<float> coarse = Pictures.Plane(9, 7, (_, _) => 0.25f);
        Assert.ThrowsAny<OperationCanceledException>(() => MaskUpsampler.Upsample(coarse, picture, 1, new CancellationToken(true)));
    }
}
