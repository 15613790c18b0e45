using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Diffusion.Tests;

/// <summary>The program gives BokehNet what it was trained on.</summary>
public sealed class GoldenBokehTests
{
    private const float Tolerance = 1e-5f;

    private readonly GoldenBokeh _golden = GoldenBokeh.Read();

    [Fact]
    public void The_band_is_the_same()
    {
        using Plane<float> radius = _golden.RadiusPlane(), band = EdgeBand.Find(radius, TestContext.Current.CancellationToken);
        Assert.Contains(0f, _golden.Band);
        Assert.Contains(1f, _golden.Band);
        Assert.Contains(_golden.Band, share => share is > 0 and < 1);
        for (int y = 0; y < band.Height; y++)
            AssertClose(_golden.Band.AsSpan(y * band.Width, band.Width), band.Row(y));
    }

    [Fact]
    public void The_network_gets_the_same_planes()
    {
        using Plane<float> radius = _golden.RadiusPlane();
        using LinearImage drawn = _golden.Picture(_golden.Drawn), sharp = _golden.Picture(_golden.Sharp);
        PictureTile tile = Assert.Single(new TileGrid(Core: 64, Margin: 0, Multiple: 16).Tiles(_golden.Width, _golden.Height));
        LensShape shape = Shape(_golden.Blades, _golden.Rotation);
        float[] given = EncodedTile.Encode(drawn, tile), conditions = BokehRefiner.Conditions(sharp, radius, shape, tile);
        AssertPlanes(_golden.Given, given, tile);
        AssertPlanes(_golden.Conditions, conditions, tile);
        int area = tile.Columns * tile.Rows;
        for (int i = 0; i < LensShape.Count; i++)
            Assert.All(conditions.AsSpan((EncodedTile.Channels + 1 + i) * area, area).ToArray(), value => Assert.Equal(_golden.Lens[i], value, Tolerance));
    }

    [Fact]
    public void Lenses_have_the_same_numbers()
    {
        foreach (GoldenBokeh.GoldenLens lens in _golden.Lenses)
        {
            LensShape shape = lens.Blades == 0 ? LensShape.Of(new ApertureSettings())!.Value : Shape(lens.Blades, lens.Rotation);
            AssertClose(lens.Numbers, [shape.InverseBlades, shape.Cos, shape.Sin]);
        }
    }

    private static LensShape Shape(int blades, double rotation) =>
        LensShape.Of(new ApertureSettings { Shape = ApertureShape.Polygon, Blades = blades, Rotation = rotation, Curvature = 0 })!.Value;

    // The golden planes hold the picture, those of the program also what fills the tile.
    private void AssertPlanes(float[] golden, float[] planes, PictureTile tile)
    {
        for (int row = 0; row < golden.Length / _golden.Width; row++)
        {
            int at = (((row / _golden.Height) * tile.Rows) + (row % _golden.Height)) * tile.Columns;
            AssertClose(golden.AsSpan(row * _golden.Width, _golden.Width), planes.AsSpan(at, _golden.Width));
        }
    }

    private static void AssertClose(ReadOnlySpan<float> golden, ReadOnlySpan<float> values)
    {
        Assert.Equal(golden.Length, values.Length);
        for (int i = 0; i < golden.Length; i++)
            Assert.Equal(golden[i], values[i], Tolerance);
    }
}
