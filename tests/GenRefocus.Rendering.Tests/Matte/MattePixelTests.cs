using System.Numerics;
using CsCheck;

namespace GenRefocus.Rendering.Tests;

public sealed class MattePixelTests
{
    private static readonly Gen<Vector4> AnyColour = Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1], static (r, g, b) => new Vector4(r, g, b, 1));
    private static readonly Gen<float> AnyVariance = Gen.Float[MatteParameters.Noise, 0.05f];

    [Fact]
    public void The_share_equals_the_weighted_mean_of_all_shares() =>
        Gen.Select(Gen.Float[0, 1], AnyColour, AnyColour, AnyVariance, AnyColour, AnyVariance).Sample(
            (expected, pixel, front, frontVariance, back, backVariance) =>
                Assert.Equal(
                    Slow(expected, pixel, front, frontVariance, back, backVariance),
                    MattePixel.Share(expected, pixel, front, frontVariance, back, backVariance), 2e-3),
            iter: 2000, threads: 1);

    [Fact]
    public void The_two_colours_give_the_pixel_back() =>
        Gen.Select(Gen.Float[0, 1], AnyColour, AnyColour, AnyVariance, AnyVariance).Sample(
            (share, front, back, frontVariance, backVariance) =>
            {
                Vector4 pixel = (share * front) + ((1 - share) * back) + new Vector4(0.01f, 0.02f, 0, 0);
                (Vector4 f, Vector4 b) = MattePixel.Split(share, pixel, front, frontVariance, back, backVariance);
                Assert.Equal(0, ((share * f) + ((1 - share) * b) - pixel).Length(), 1e-4);
                Assert.True(Vector4.Max(f, Vector4.Zero) == f && Vector4.Max(b, Vector4.Zero) == b);
            },
            iter: 500, threads: 1);

    [Fact]
    public void A_mixture_of_two_clear_colours_is_found()
    {
        Vector4 front = new(0.8f, 0.1f, 0.1f, 1), back = new(0.1f, 0.2f, 0.9f, 1);
        foreach (float share in (float[])[0, 0.2f, 0.5f, 0.8f, 1])
            Assert.Equal(share, MattePixel.Share(0.5f, Vector4.Lerp(back, front, share), front, 2e-4f, back, 2e-4f), 0.05f);
    }

    private static double Slow(double expected, Vector4 pixel, Vector4 front, double frontVariance, Vector4 back, double backVariance)
    {
        double[] shares = [.. Enumerable.Range(0, MattePixel.Shares).Select(static k => (double)k / (MattePixel.Shares - 1))];
        double Variance(double a) => (a * a * frontVariance) + ((1 - a) * (1 - a) * backVariance);
        double Distance(double a) => (pixel - (((float)a * front) + ((float)(1 - a) * back))).LengthSquared() / (2 * Variance(a));
        double least = shares.Min(Distance);
        double Weight(double a) => Fall(Distance(a) - least) / Math.Pow(Variance(a), 1.5) * (a is 0 or 1 ? MatteParameters.PureGain : 1)
            * (Fall(Math.Pow((a - expected) / MatteParameters.ShareSigma, 2) / 2) + MatteParameters.ShareFloor);
        return shares.Sum(a => a * Weight(a)) / shares.Sum(Weight);
    }

    private static double Fall(double x) => Math.Pow(Math.Max(0, 1 - (x / 16)), 16);
}
