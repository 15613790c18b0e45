using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

public sealed class RendererOracleTests
{
    public static TheoryData<string> Apertures => ["disc", "hexagon", "triangle", "star", "heart", "ring"];

    [Theory]
    [MemberData(nameof(Apertures))]
    public void A_uniform_blur_equals_the_dense_kernel(string shape)
    {
        foreach (float radius in (ReadOnlySpan<float>)[0.5f, 1.4f, -3f, 5.3f, -7.7f, 12f])
        {
            using LinearImage picture = TestScenes.Noise(83, 61, 1);
            using Plane<float> radii = TestScenes.Uniform(83, 61, radius);
            AssertNear(picture, radii, Shape(shape), 1e-4f);
        }
    }

    [Theory]
    [MemberData(nameof(Apertures))]
    public void Depth_edges_and_slopes_equal_the_dense_slices(string shape)
    {
        // Four neighbours may share a kernel whose radius is off by 1/128: that is the tolerance here.
        using LinearImage picture = TestScenes.Noise(150, 101, 2);
        using Plane<float> radii = TestScenes.Layered(150, 101, 11, 3);
        AssertNear(picture, radii, Shape(shape), 6e-3f);
    }

    [Fact]
    public void Tiles_leave_no_trace()
    {
        // Larger than a tile in both directions, so that tile borders run through everything.
        using LinearImage picture = TestScenes.Noise(TileGrid.Width + 70, (2 * TileGrid.Height) + 9, 4);
        using Plane<float> radii = TestScenes.Layered(picture.Width, picture.Height, 9, 5);
        AssertNear(picture, radii, Aperture.Disc(), 6e-3f);
    }

    [Fact]
    public void An_aperture_with_light_in_its_corners_reaches_beyond_its_radius()
    {
        Plane<float> square = new(9, 9);
        square.Fill(1);
        Aperture turned = Aperture.FromPicture(new AperturePicture(square), 45);
        using LinearImage picture = TestScenes.Noise(300, 140, 6);
        using Plane<float> radii = TestScenes.Layered(300, 140, 12, 7);
        AssertNear(picture, radii, turned, 6e-3f);
    }

    internal static Aperture Shape(string name) => name switch
    {
        "disc" => Aperture.Disc(),
        "hexagon" => Aperture.Polygon(6),
        "triangle" => Aperture.Polygon(3, 0.2, 20),
        "star" => Aperture.Star(5, 0.45, 0),
        "heart" => Aperture.Heart(0),
        "ring" => Aperture.Ring(0.4),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static void AssertNear(LinearImage picture, Plane<float> radii, Aperture aperture, float tolerance)
    {
        using BokehScene scene = TestScenes.Scene(picture, radii, aperture);
        using LinearImage expected = KernelOracle.Render(scene), actual = TestScenes.Render(picture, radii, aperture);
        Assert.InRange(TestScenes.LargestDifference(expected, actual), 0, tolerance);
    }
}
