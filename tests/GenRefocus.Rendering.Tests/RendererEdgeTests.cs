using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

public sealed class RendererEdgeTests
{
    [Fact]
    public void Transparency_blurs_like_a_colour()
    {
        using LinearImage picture = TestScenes.Noise(90, 70, 20);
        using LinearImage asColour = new(90, 70);
        Random random = new(21);
        for (int y = 0; y < 70; y++)
        {
            for (int x = 0; x < 90; x++)
            {
                float alpha = x < 40 ? 0 : (float)random.NextDouble();
                picture[x, y] = picture[x, y] with { W = 1 } * alpha;
                asColour[x, y] = new Vector4(alpha, alpha, alpha, 1);
            }
        }

        using Plane<float> radii = TestScenes.Layered(90, 70, 7, 22);
        using LinearImage result = TestScenes.Render(picture, radii), expected = TestScenes.Render(asColour, radii);
        for (int y = 0; y < 70; y++)
        {
            for (int x = 0; x < 90; x++)
                Assert.Equal(MathF.Abs(radii[x, y]) < 0.1f ? result[x, y].W : expected[x, y].X, result[x, y].W, 1e-6f);
        }
    }

    [Fact]
    public void A_transparent_constant_stays_constant_with_highlights()
    {
        Vector4 colour = new Vector4(0.95f, 0.9f, 0.5f, 1) * 0.5f;
        using LinearImage picture = TestScenes.Constant(80, 60, colour);
        using LinearImage result = TestScenes.Render(picture, TestScenes.Layered(80, 60, 9, 23), highlights: new HighlightRecovery(3, 0.7f));
        Assert.InRange(TestScenes.LargestDifference(picture, result), 0, 1f / 65535);
    }

    [Fact]
    public void Highlights_make_a_brighter_ball_of_the_same_size()
    {
        using LinearImage picture = TestScenes.Constant(61, 61, new Vector4(0.05f, 0.05f, 0.05f, 1));
        for (int y = 29; y < 32; y++)
            picture.Row(y)[29..32].Fill(Vector4.One);
        using Plane<float> radii = TestScenes.Uniform(61, 61, -10);
        using LinearImage plain = TestScenes.Render(picture, radii), recovered = TestScenes.Render(picture, radii, highlights: new HighlightRecovery(4, 0.85f));
        Assert.InRange(recovered[30, 30].X / plain[30, 30].X, 1.5f, 5.1f);
        Assert.Equal(plain[5, 5].X, recovered[5, 5].X, 1e-6f);
    }

    [Fact]
    public void Recovering_highlights_is_rendering_the_boosted_picture()
    {
        HighlightRecovery highlights = new(3, 0.6f);
        using LinearImage picture = TestScenes.Noise(170, 90, 27), boosted = new(170, 90);
        using Plane<float> radii = TestScenes.Layered(170, 90, 20, 28);
        for (int y = 0; y < 90; y++)
        {
            for (int x = 0; x < 170; x++)
                boosted[x, y] = highlights.Boost(picture[x, y]);
        }

        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage expected = TestScenes.Render(boosted, radii, null, quality), actual = TestScenes.Render(picture, radii, null, quality, 2, highlights);
            for (int y = 0; y < 90; y++)
            {
                for (int x = 0; x < 170; x++)
                    Assert.InRange(Vector4.Distance(highlights.Restore(expected[x, y]), actual[x, y]), 0, 5e-6f);
            }
        }
    }

    [Fact]
    public void A_near_thing_covers_what_is_in_focus_and_a_far_one_does_not()
    {
        using LinearImage picture = TestScenes.Constant(120, 40, new Vector4(0, 0, 0, 1));
        for (int y = 0; y < 40; y++)
            picture.Row(y)[60..].Fill(Vector4.One);
        using Plane<float> nearSide = TestScenes.Uniform(120, 40, 0), farSide = TestScenes.Uniform(120, 40, 0);
        for (int y = 0; y < 40; y++)
        {
            nearSide.Row(y)[60..].Fill(8);
            farSide.Row(y)[60..].Fill(-8);
        }

        using LinearImage near = TestScenes.Render(picture, nearSide), far = TestScenes.Render(picture, farSide);
        Assert.InRange(near[57, 20].X, 0.1f, 0.6f);
        Assert.InRange(near[63, 20].X, 0.4f, 0.95f);
        Assert.Equal(0, far[57, 20].X);
        Assert.Equal(1, far[70, 20].X, 1e-4f);
    }

    [Fact]
    public void Odd_apertures_are_upright_behind_the_focus_and_upside_down_before_it()
    {
        using LinearImage picture = TestScenes.Constant(61, 61, new Vector4(0, 0, 0, 1));
        picture[30, 30] = new Vector4(100, 100, 100, 1);
        using LinearImage far = TestScenes.Render(picture, TestScenes.Uniform(61, 61, -15), Aperture.Polygon(3));
        using LinearImage near = TestScenes.Render(picture, TestScenes.Uniform(61, 61, 15), Aperture.Polygon(3));
        Assert.True(far[30, 18].X > 0.01f && far[30, 42].X < 0.01f);
        Assert.True(near[30, 42].X > 0.01f && near[30, 18].X < 0.01f);
        for (int y = 0; y < 61; y++)
        {
            for (int x = 0; x < 61; x++)
                Assert.Equal(far[x, y].X, near[60 - x, 60 - y].X, 1e-3f);
        }
    }

    [Fact]
    public void The_largest_radius_works_on_a_picture_smaller_than_it()
    {
        using LinearImage picture = TestScenes.Noise(40, 30, 24);
        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage result = TestScenes.Render(picture, TestScenes.Uniform(40, 30, -256), Aperture.Disc(), quality);
            Vector4 mean = default;
            for (int y = 0; y < 30; y++)
            {
                foreach (Vector4 v in picture.Row(y))
                    mean += v / (40 * 30);
            }

            Assert.InRange(Vector4.Distance(mean, result[20, 15]), 0, 0.02f);
        }
    }

    [Fact]
    public void Progress_ends_at_one_and_a_cancelled_render_throws()
    {
        using LinearImage picture = TestScenes.Noise(600, 300, 25), result = new(600, 300);
        using Plane<float> radii = TestScenes.Uniform(600, 300, 5);
        using BokehScene scene = TestScenes.Scene(picture, radii);
        PixelRegion all = new(0, 0, 600, 300);
        List<double> shares = [];
        new CpuBokehRenderer().Render(scene, BokehQuality.Final, all, result, 1, new Reporter(shares.Add), CancellationToken.None);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);

        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new CpuBokehRenderer().Render(scene, BokehQuality.Final, all, result, 1, new Reporter(_ => source.Cancel()), source.Token));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        using LinearImage picture = TestScenes.Noise(20, 10, 26), small = new(4, 4);
        using Plane<float> radii = TestScenes.Uniform(20, 10, 3), other = TestScenes.Uniform(10, 20, 3), broken = TestScenes.Uniform(20, 10, 3);
        broken[3, 3] = float.NaN;
        KernelTable kernels = KernelTable.Create(Aperture.Disc(), 2, 1, CancellationToken.None);
        KernelTable enough = KernelTable.Create(Aperture.Disc(), 5, 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => new BokehScene(picture, radii, kernels, HighlightRecovery.None, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => new BokehScene(picture, other, enough, HighlightRecovery.None, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => new BokehScene(picture, broken, enough, HighlightRecovery.None, 1, CancellationToken.None));
        using BokehScene scene = TestScenes.Scene(picture, radii);
        CpuBokehRenderer renderer = new();
        foreach (PixelRegion region in (ReadOnlySpan<PixelRegion>)[new(-1, 0, 5, 5), new(0, 0, 21, 5), new(0, 0, 0, 5), new(19, 9, 2, 1), new(int.MaxValue, 0, 5, 5)])
            Assert.Throws<ArgumentException>(() => renderer.Render(scene, BokehQuality.Final, region, picture, 1, null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => renderer.Render(scene, BokehQuality.Final, new PixelRegion(0, 0, 20, 10), small, 1, null, CancellationToken.None));
    }

    private sealed class Reporter(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
