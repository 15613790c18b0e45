using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

public sealed class SubjectMatteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_soft_outline_in_focus_lets_the_blurred_wall_through()
    {
        using MatteScene scene = new();
        CircleOfConfusion circle = MatteScene.Lens(9);
        using LinearImage truth = Truth(scene, circle);
        using SubjectMatte? matte = scene.Matte();
        using LinearImage without = scene.Render(null, circle);
        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage with = scene.Render(matte, circle, quality: quality);
            Assert.InRange(SoftError(scene, with, truth) / SoftError(scene, without, truth), 0, 0.6);
        }
    }

    [Fact]
    public void The_shares_are_those_of_the_outline_and_the_colours_give_the_pixel_back()
    {
        using MatteScene scene = new();
        using SubjectMatte matte = scene.Matte()!;
        using LensMatte lens = matte.Through(MatteScene.Lens(9), 9, 1, Token);
        double error = 0;
        int count = 0;
        for (int y = 0; y < scene.Picture.Height; y++)
        {
            for (int x = 0; x < scene.Picture.Width; x++)
            {
                if (Share(lens, x, y, out Vector4 mixture) is not { } share)
                    continue;
                Assert.InRange(scene.Alpha[x, y], MatteParameters.LeastShare, MatteParameters.MostShare);
                Assert.Equal(0, (mixture - scene.Picture[x, y]).Length(), 2e-3);
                error += Math.Abs(share - scene.Alpha[x, y]);
                count++;
            }
        }

        Assert.Equal(matte.Count, count);
        Assert.InRange(count, 300, 3000);
        Assert.InRange(error / count, 0, 0.06);
    }

    [Fact]
    public void Threads_and_regions_change_no_bit()
    {
        using MatteScene scene = new(300, 200);
        CircleOfConfusion circle = MatteScene.Lens(20, 0.6f);
        using SubjectMatte? one = scene.Matte(1), two = scene.Matte(2);
        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage whole = scene.Render(one, circle, quality: quality, threads: 1), same = scene.Render(two, circle, quality: quality);
            AssertSameBits(whole, same, 0, 0);
            using LinearImage part = scene.Render(two, circle, new PixelRegion(83, 31, 140, 100), quality);
            AssertSameBits(whole, part, 83, 31);
        }
    }

    [Fact]
    public void A_lens_that_cannot_tell_the_parts_changes_no_bit()
    {
        using MatteScene scene = new();
        using SubjectMatte? matte = scene.Matte();
        CircleOfConfusion circle = MatteScene.Lens(0.9f);
        using LinearImage without = scene.Render(null, circle), with = scene.Render(matte, circle);
        AssertSameBits(without, with, 0, 0);
    }

    [Fact]
    public void A_constant_colour_stays_constant()
    {
        using MatteScene scene = new();
        Vector4 colour = new(0.3f, 0.6f, 0.9f, 1);
        scene.Picture.Fill(colour);
        using SubjectMatte? matte = scene.Matte();
        Assert.NotNull(matte);
        foreach (float focus in (float[])[0.2f, 0.5f, 0.78f, 0.8f])
        {
            using LinearImage result = scene.Render(matte, MatteScene.Lens(12, focus));
            Assert.InRange(TestScenes.LargestDifference(scene.Picture, result), 0, 1e-4f);
        }
    }

    [Fact]
    public void There_is_no_matte_without_a_soft_mask_an_edge_of_the_depth_and_opaque_pixels()
    {
        using MatteScene scene = new();
        using Plane<float> hard = new(scene.Alpha.Width, scene.Alpha.Height), flat = TestScenes.Uniform(scene.Alpha.Width, scene.Alpha.Height, 0.5f);
        for (int y = 0; y < hard.Height; y++)
        {
            for (int x = 0; x < hard.Width; x++)
                hard[x, y] = scene.Alpha[x, y] > 0.5f ? 1 : 0;
        }

        Assert.Null(MatteEstimator.Estimate(scene.Picture, hard, scene.Disparity, 1, 2, Token));
        Assert.Null(MatteEstimator.Estimate(scene.Picture, scene.Alpha, flat, 1, 2, Token));
        Assert.Null(MatteEstimator.Estimate(scene.Picture, flat, scene.Disparity, 1, 2, Token));
        scene.Picture[3, 3] = new Vector4(0.1f, 0.1f, 0.1f, 0.5f);
        Assert.Null(scene.Matte());
        Assert.Throws<ArgumentException>(() => MatteEstimator.Estimate(scene.Picture, TestScenes.Uniform(3, 3, 0), scene.Disparity, 1, 2, Token));
    }

    [Fact]
    public void A_picture_with_transparency_is_drawn_without_it()
    {
        using MatteScene scene = new();
        using SubjectMatte? matte = scene.Matte();
        using LinearImage clear = TestScenes.Noise(scene.Picture.Width, scene.Picture.Height, 5, 0.5f);
        using LinearImage without = scene.Render(null, MatteScene.Lens(9), picture: clear), with = scene.Render(matte, MatteScene.Lens(9), picture: clear);
        AssertSameBits(without, with, 0, 0);
    }

    private static LinearImage Truth(MatteScene scene, CircleOfConfusion circle)
    {
        using Plane<float> far = TestScenes.Uniform(scene.Wall.Width, scene.Wall.Height, (float)circle.K * (MatteScene.BackDisparity - MatteScene.FrontDisparity));
        LinearImage truth = TestScenes.Render(scene.Wall, far, Aperture.Polygon(5));
        for (int y = 0; y < truth.Height; y++)
        {
            for (int x = 0; x < truth.Width; x++)
                truth[x, y] = Vector4.Lerp(truth[x, y], new Vector4(0.8f, 0.3f, 0.1f, 1), scene.Alpha[x, y]);
        }

        return truth;
    }

    private static double SoftError(MatteScene scene, LinearImage result, LinearImage truth)
    {
        double sum = 0;
        for (int y = 0; y < truth.Height; y++)
        {
            for (int x = 0; x < truth.Width; x++)
                sum += scene.Alpha[x, y] is > 0 and < 1 ? Vector4.Distance(result[x, y], truth[x, y]) : 0;
        }

        return sum;
    }

    /// <summary>Share and mixture of a pixel that is taken apart.</summary>
    private static unsafe float? Share(LensMatte lens, int x, int y, out Vector4 mixture)
    {
        mixture = default;
        int block = lens.BlockOf(x, y), offset = LensMatte.Offset(x, y);
        if (block < 0 || !LensMatte.IsSplit(lens.BackRadius(block)[offset]))
            return null;
        Vector4 front = lens.Matte.Front(block)[offset], back = lens.Matte.Back(block)[offset];
        mixture = Vector4.Lerp(back, front, front.W) with { W = 1 };
        return front.W;
    }

    private static void AssertSameBits(LinearImage whole, LinearImage part, int x0, int y0)
    {
        for (int y = 0; y < part.Height; y++)
            Assert.Equal(MemoryMarshal.AsBytes(whole.Row(y0 + y).Slice(x0, part.Width)).ToArray(), MemoryMarshal.AsBytes(part.Row(y)).ToArray());
    }
}
