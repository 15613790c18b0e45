using System.Globalization;
using CsCheck;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics.Tests;

public sealed class ApertureTests
{
    [Fact]
    public void An_odd_polygon_points_up_behind_the_focus()
    {
        Aperture triangle = Aperture.Polygon(3);
        Assert.Equal(1, triangle.Transmission(0, -0.99));
        Assert.Equal(0, triangle.Transmission(0, 0.51));
        Assert.Equal(1, triangle.Transmission(0, 0.49));
        Assert.False(triangle.IsPointSymmetric);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(16)]
    public void Polygons_equal_their_half_planes(int blades)
    {
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[-180, 180]).Sample((x, y, degrees) =>
        {
            double apothem = Math.Cos(Math.PI / blades), furthest = double.MinValue;
            for (int i = 0; i < blades; i++)
            {
                // The middle of a side lies half a side's angle clockwise from the corner that points up.
                double normal = ((2 * i) + 1) * Math.PI / blades + (degrees * Math.PI / 180);
                furthest = Math.Max(furthest, (x * Math.Sin(normal)) - (y * Math.Cos(normal)));
            }

            if (Math.Abs(furthest - apothem) > 1e-9)
                Assert.Equal(furthest < apothem ? 1 : 0, Aperture.Polygon(blades, 0, degrees).Transmission(x, y));
        });
    }

    [Fact]
    public void Curved_blades_lie_between_the_polygon_and_the_circle()
    {
        Aperture half = Aperture.Polygon(4, 0.5, 45);
        double reach = (0.5 * Math.Cos(Math.PI / 4)) + 0.5;
        Assert.Equal(1, half.Transmission(reach - 1e-6, 0));
        Assert.Equal(0, half.Transmission(reach + 1e-6, 0));
        Assert.True(Aperture.Polygon(5, 1).IsPointSymmetric);
    }

    [Fact]
    public void Rotation_is_clockwise_as_seen()
    {
        Aperture triangle = Aperture.Polygon(3, 0, 90);
        Assert.Equal(1, triangle.Transmission(0.98, 0));
        Assert.Equal(0, triangle.Transmission(-0.6, 0));

        Aperture drop = Aperture.FromPicture(Shapes.Drop(), 90);
        Assert.True(drop.Transmission(0.3, -0.6) > 0);
        Assert.Equal(0, drop.Transmission(-0.5, 0.6));
    }

    [Fact]
    public void A_heart_stands_on_its_tip_with_its_centroid_on_the_axis()
    {
        Aperture heart = Aperture.Heart();
        Assert.Equal(1, heart.Transmission(0, 0.98));
        Assert.Equal(0, heart.Transmission(0, -0.75));
        double weight = 0, moment = 0;
        for (double y = -1; y < 1; y += 0.004)
        {
            for (double x = -1; x < 1; x += 0.004)
            {
                weight += heart.Transmission(x, y);
                moment += y * heart.Transmission(x, y);
            }
        }

        Assert.Equal(0, moment / weight, 2e-3);
    }

    [Fact]
    public void A_ring_is_dark_in_the_middle()
    {
        Aperture ring = Aperture.Ring(0.4);
        Assert.Equal(0, ring.Transmission(0.39, 0));
        Assert.Equal(1, ring.Transmission(0, 0.41));
    }

    [Theory]
    [InlineData(1, 0.0, 1.0)]
    [InlineData(-1, 1.0, 0.0)]
    [InlineData(0.5, 1 / 3.0, 1.0)]
    public void Spherical_aberration_follows_its_formula(double bubble, double centre, double rim)
    {
        Aperture aperture = Aperture.Disc().WithBubble(bubble);
        Assert.Equal(centre, aperture.Transmission(0, 0), 1e-9);
        Assert.Equal(rim, aperture.Transmission(0.999999, 0), 1e-5);
        Assert.Equal(1 / (1 + Math.Abs(bubble)), aperture.Transmission(Math.Sqrt(0.5), 0), 1e-9);
    }

    [Fact]
    public void The_anamorphic_squeeze_keeps_the_longer_side()
    {
        Aperture tall = Aperture.Disc().WithAnamorphic(2), wide = Aperture.Disc().WithAnamorphic(0.5);
        Assert.Equal((1, 0), (tall.Transmission(0, 0.99), tall.Transmission(0.51, 0)));
        Assert.Equal((1, 0), (wide.Transmission(0.99, 0), wide.Transmission(0, 0.51)));
    }

    [Fact]
    public void A_large_picture_keeps_its_shape_and_its_centre()
    {
        // 2,501 × 1,501 white pixels but for a black band at the left: shrunk by 3, centre kept.
        using Plane<float> plane = new(2501, 1501);
        for (int y = 0; y < plane.Height; y++)
        {
            plane.Row(y).Fill(1);
            plane.Row(y)[..500].Clear();
        }

        Aperture aperture = Aperture.FromPicture(new AperturePicture(plane));
        double edge = (500 - 1250.5) / 1250.5;
        Assert.Equal((0, 1), (aperture.Transmission(edge - 0.004, 0), aperture.Transmission(edge + 0.004, 0)));
        Assert.Equal(0, aperture.Transmission(0, (750.5 / 1250.5) + 0.004));
        Assert.Equal(1, aperture.Transmission(0.99, -(750.5 / 1250.5) + 0.006), 1e-9);
    }

    [Fact]
    public void A_symmetric_picture_is_found_to_be_so()
    {
        using Plane<float> plane = new(5, 4);
        for (int y = 0; y < 4; y++)
            plane.Row(y).Fill(0.5f);
        Assert.True(Aperture.FromPicture(new AperturePicture(plane)).IsPointSymmetric);
        plane.Row(0)[0] = 1;
        Assert.False(Aperture.FromPicture(new AperturePicture(plane)).IsPointSymmetric);
    }

    [Fact]
    public void A_black_picture_is_refused()
    {
        using Plane<float> plane = new(8, 8);
        for (int y = 0; y < 8; y++)
            plane.Row(y).Fill(y == 3 ? float.NaN : -1);
        Assert.Contains("black", Assert.Throws<SettingsException>(() => new AperturePicture(plane)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_choose_the_shape_and_its_own_defaults()
    {
        Aperture star = Aperture.Create(new ApertureSettings { Shape = ApertureShape.Star }, null);
        Assert.Equal(0, star.Transmission(0, 0.46));
        Assert.Equal(1, star.Transmission(0, 0.44));
        Assert.Equal(0, Aperture.Create(new ApertureSettings { Shape = ApertureShape.Ring }, null).Transmission(0.39, 0));
        Assert.Equal(0, Aperture.Create(new ApertureSettings { Shape = ApertureShape.Polygon, Anamorphic = 2 }, null).Transmission(0.45, 0));
        Assert.Throws<SettingsException>(() => Aperture.Create(new ApertureSettings { Shape = ApertureShape.Image }, null));
    }

    [Fact]
    public void Errors_have_decimal_points_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Aperture.Ring(0.99));
            Assert.Contains("0 to 0.95", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
