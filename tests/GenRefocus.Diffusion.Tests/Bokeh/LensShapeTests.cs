using GenRefocus.Settings;

namespace GenRefocus.Diffusion.Tests;

public sealed class LensShapeTests
{
    [Fact]
    public void A_turn_by_a_blade_changes_nothing()
    {
        LensShape a = Polygon(6, 10), b = Polygon(6, 70), c = Polygon(6, 40);
        Assert.Equal(a.Cos, b.Cos, 1e-5f);
        Assert.Equal(a.Sin, b.Sin, 1e-5f);
        Assert.Equal(-a.Cos, c.Cos, 1e-5f);

        // A corner up: 90 degrees from the right, four times.
        Assert.Equal((0.25f, 1f, 0f), (Polygon(4, 0).InverseBlades, Polygon(4, 0).Cos, MathF.Round(Polygon(4, 0).Sin, 5)));
    }

    [Fact]
    public void What_the_network_has_not_seen_has_no_shape()
    {
        Assert.Equal(LensShape.Round, LensShape.Of(new ApertureSettings()));
        Assert.Equal(LensShape.Round, LensShape.Of(new ApertureSettings { Shape = ApertureShape.Polygon, Curvature = 1 }));
        Assert.Null(LensShape.Of(new ApertureSettings { Shape = ApertureShape.Polygon, Curvature = 0.5 }));
        Assert.Null(LensShape.Of(new ApertureSettings { Shape = ApertureShape.Star }));
        Assert.Null(LensShape.Of(new ApertureSettings { Bubble = 0.5 }));
        Assert.Null(LensShape.Of(new ApertureSettings { Anamorphic = 2 }));
    }

    private static LensShape Polygon(int blades, double rotation) =>
        LensShape.Of(new ApertureSettings { Shape = ApertureShape.Polygon, Blades = blades, Rotation = rotation })!.Value;
}
