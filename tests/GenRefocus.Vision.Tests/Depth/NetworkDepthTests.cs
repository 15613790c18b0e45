using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class NetworkDepthTests
{
    [Fact]
    public void Relative_disparity_is_stretched_between_its_percentiles_and_clamped()
    {
        // 0 … 1000: the percentiles .5 and 99.5 are 5 and 995.
        using Plane<float> plane = Pictures.Plane(143, 7, (x, y) => (y * 143) + x);
        Assert.Equal(DepthScale.Relative, NetworkDepth.ToDisparity(plane, CardMeaning.Disparity));
        float[] values = Pictures.Values(plane);
        Assert.Equal(0, values[4]);
        Assert.Equal(0, values[5], 1e-6f);
        Assert.Equal(0.5f, values[500], 1e-6f);
        Assert.Equal(1, values[995], 1e-6f);
        Assert.Equal(1, values[1000]);
    }

    [Fact]
    public void Relative_depth_is_inverted_first()
    {
        using Plane<float> plane = Pictures.Plane(100, 10, (x, _) => 1 / (1 + (x / 99f)));
        NetworkDepth.ToDisparity(plane, CardMeaning.Depth);
        for (int x = 0; x < 100; x++)
            Assert.Equal(x / 99f, plane[x, 3], 1e-5f);
    }

    [Fact]
    public void Metres_become_dioptres_without_stretching()
    {
        using Plane<float> plane = Pictures.Plane(4, 1, (x, _) => 1 << x);
        Assert.Equal(DepthScale.Metric, NetworkDepth.ToDisparity(plane, CardMeaning.Metric));
        Assert.Equal([1, 0.5f, 0.25f, 0.125f], plane.Row(0).ToArray());
    }

    [Fact]
    public void What_is_no_number_or_no_distance_is_filled_from_the_far_side()
    {
        float[] metres = [2, float.NaN, 0, -1, 4];
        using Plane<float> plane = Pictures.Plane(5, 1, (x, _) => metres[x]);
        NetworkDepth.ToDisparity(plane, CardMeaning.Metric);
        Assert.Equal([0.5f, 0.25f, 0.25f, 0.25f, 0.25f], plane.Row(0).ToArray());
    }

    [Fact]
    public void Without_any_number_there_is_no_depth()
    {
        using Plane<float> plane = Pictures.Plane(5, 3, (_, _) => float.NaN);
        Assert.Null(NetworkDepth.ToDisparity(plane, CardMeaning.Disparity));
    }

    [Fact]
    public void A_constant_is_far_everywhere()
    {
        using Plane<float> plane = Pictures.Plane(5, 3, (_, _) => 7);
        NetworkDepth.ToDisparity(plane, CardMeaning.Disparity);
        Assert.All(Pictures.Values(plane), value => Assert.Equal(0, value));
    }
}
