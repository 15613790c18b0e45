using GenRefocus.Imaging;

namespace GenRefocus.Engine.Tests;

public sealed class DepthErrorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.25f, 3)]
    public void Scale_and_shift_do_not_count(float scale, float shift)
    {
        using Plane<float> truth = Make(Ramp), estimate = Make((x, y) => (scale * Ramp(x, y)) + shift);
        DepthErrors errors = DepthErrors.Of(estimate, truth, 1, Token);
        Assert.Equal(0, errors.Rmse, 1e-3);
        Assert.Equal(0, errors.Ordinal, 1e-3);
        Assert.InRange(errors.Pairs, 2000, DepthErrors.DrawnPairs);
    }

    [Fact]
    public void An_inverted_estimate_has_every_order_wrong()
    {
        using Plane<float> truth = Make(Ramp), estimate = Make((x, y) => -Ramp(x, y));
        DepthErrors errors = DepthErrors.Of(estimate, truth, 1, Token);
        Assert.Equal(0, errors.Rmse, 1e-3);
        Assert.Equal(1, errors.Ordinal, 1e-3);
    }

    [Fact]
    public void An_estimate_without_differences_has_learnt_nothing()
    {
        using Plane<float> truth = Make(Ramp), estimate = Make((_, _) => 0.5f);
        DepthErrors errors = DepthErrors.Of(estimate, truth, 1, Token);
        Assert.Equal(1, errors.Rmse, 1e-6);
        Assert.InRange(errors.Ordinal, 0.3, 0.7);
    }

    [Fact]
    public void A_known_disturbance_has_the_error_that_it_should()
    {
        // Half of the variance of the truth is explained: the estimate knows the columns, the truth adds rows of the same spread.
        using Plane<float> truth = Make((x, y) => 1 + (x / 255f) + (y / 191f)), estimate = Make((x, _) => x / 255f);
        Assert.Equal(Math.Sqrt(0.5), DepthErrors.Of(estimate, truth, 1, Token).Rmse, 2e-3);
    }

    [Fact]
    public void What_is_unknown_does_not_count()
    {
        using Plane<float> truth = Make((x, y) => x < 128 ? 0 : Ramp(x, y)), estimate = Make((x, y) => x < 128 ? 100 * ((x * y) % 7) : Ramp(x, y));
        Assert.Equal(0, DepthErrors.Of(estimate, truth, 1, Token).Rmse, 1e-3);
        using Plane<float> nothing = Make((_, _) => 0);
        Assert.Throws<ArgumentException>(() => DepthErrors.Of(estimate, nothing, 1, Token));
    }

    [Fact]
    public void Masks_overlap_by_their_intersection_over_their_union()
    {
        using Plane<float> left = Make((x, _) => x < 128 ? 1 : 0), wide = Make((x, _) => x < 192 ? 0.9f : 0.1f), none = Make((_, _) => 0.2f);
        Assert.Equal(2 / 3.0, MaskOverlap.Of(left, wide, 1, Token), 1e-9);
        Assert.Equal(0, MaskOverlap.Of(none, wide, 1, Token));
        Assert.Equal(1, MaskOverlap.Of(none, none, 1, Token));
    }

    private static float Ramp(int x, int y) => 1 + (x / 100f) + (((x * 13) + (y * 7)) % 11 / 40f);

    private static Plane<float> Make(Func<int, int, float> value)
    {
        Plane<float> plane = new(DepthErrors.Width, DepthErrors.Height);
        for (int y = 0; y < plane.Height; y++)
        {
            for (int x = 0; x < plane.Width; x++)
                plane[x, y] = value(x, y);
        }

        return plane;
    }
}
