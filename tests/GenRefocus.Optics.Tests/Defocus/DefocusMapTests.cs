using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Optics.Tests;

public sealed class DefocusMapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Radii_equal_the_formula()
    {
        Gen<CircleOfConfusion> circles = Gen.Select(
            Gen.Double[0, 300], Gen.Double[0, 1], Gen.Double[0, 0.5], Gen.Double[0, 1], Gen.Double[0, 2], Gen.Double[0, 2], Gen.Double[-0.02, 0.02],
            (k, focus, range, softness, near, far, tilt) => new CircleOfConfusion
            {
                K = k, FocusDisparity = focus, Range = range, Softness = softness, NearGain = near, FarGain = far,
                TiltX = tilt, TiltY = -tilt / 2, FocusX = 11.5, FocusY = 7,
            });
        circles.Sample(circle =>
        {
            using Plane<float> disparity = Random(37, 9);
            using DefocusMap map = DefocusMap.Compute(disparity, circle, 2, Token);
            for (int y = 0; y < 9; y++)
            {
                for (int x = 0; x < 37; x++)
                {
                    double focus = circle.FocusDisparity + (circle.TiltX * (x + 0.5 - circle.FocusX)) + (circle.TiltY * (y + 0.5 - circle.FocusY));
                    Assert.Equal(Radius(disparity.Row(y)[x] - focus, circle), map.SignedRadius.Row(y)[x], 2e-4 + (circle.K * 1e-6));
                }
            }
        });
    }

    [Fact]
    public void The_zone_in_focus_is_exactly_zero()
    {
        using Plane<float> disparity = new(50, 3);
        for (int x = 0; x < 50; x++)
        {
            for (int y = 0; y < 3; y++)
                disparity.Row(y)[x] = 0.5f + ((x - 25) * 0.01f);
        }

        CircleOfConfusion circle = new() { K = 200, FocusDisparity = 0.5, Range = 0.2, Softness = 0.5 };
        using DefocusMap map = DefocusMap.Compute(disparity, circle, 1, Token);
        for (int x = 16; x < 35; x++)
            Assert.Equal(0f, map.SignedRadius.Row(1)[x]);
        Assert.True(map.SignedRadius.Row(1)[13] < 0 && map.SignedRadius.Row(1)[37] > 0);
    }

    [Fact]
    public void Radii_above_256_pixels_are_limited_and_said_to_be()
    {
        using Plane<float> disparity = new(40, 2);
        disparity.Fill(0);
        disparity.Row(1)[39] = 1;
        using DefocusMap inside = DefocusMap.Compute(disparity, new CircleOfConfusion { K = 250, FocusDisparity = 0 }, 1, Token);
        Assert.Equal((250f, false), (inside.LargestRadius, inside.IsClamped));
        using DefocusMap beyond = DefocusMap.Compute(disparity, new CircleOfConfusion { K = 300, FocusDisparity = 1 }, 1, Token);
        Assert.Equal((256f, true, -256f), (beyond.LargestRadius, beyond.IsClamped, beyond.SignedRadius.Row(0)[3]));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        using Plane<float> disparity = Random(123, 200);
        CircleOfConfusion circle = new() { K = 90, FocusDisparity = 0.4, Range = 0.1, Softness = 1, TiltX = 1e-3 };
        using DefocusMap one = DefocusMap.Compute(disparity, circle, 1, Token);
        using DefocusMap four = DefocusMap.Compute(disparity, circle, 4, Token);
        for (int y = 0; y < 200; y++)
            Assert.Equal(one.SignedRadius.Row(y).ToArray(), four.SignedRadius.Row(y).ToArray());
    }

    private static double Radius(double offset, CircleOfConfusion circle)
    {
        double x = Math.Abs(offset) - (circle.Range / 2), w = circle.Softness * circle.Range;
        double e = x <= 0 ? 0 : x < w ? x * x / (2 * w) : x - (w / 2);
        double c = circle.K * (offset > 0 ? circle.NearGain : circle.FarGain) * Math.Sign(offset) * e;
        return Math.Clamp(c, -256, 256);
    }

    private static Plane<float> Random(int width, int height)
    {
        Random random = new(width);
        Plane<float> plane = new(width, height);
        for (int y = 0; y < height; y++)
        {
            foreach (ref float value in plane.Row(y))
                value = random.NextSingle();
        }

        return plane;
    }
}
