using GenRefocus.Imaging;

namespace GenRefocus.Diffusion.Tests;

public sealed class EdgeBandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_holds_every_pixel_that_the_blur_of_an_edge_reaches_and_no_other_far_away()
    {
        const float near = 5;
        using Plane<float> radius = Filled(80, 60, 0);
        for (int y = 20; y < 30; y++)
            radius.Row(y)[30..40].Fill(near);
        using Plane<float> band = EdgeBand.Find(radius, Token);
        for (int y = 0; y < band.Height; y++)
        {
            for (int x = 0; x < band.Width; x++)
            {
                // Distance to the pixels on either side of the outline.
                double distance = Distance(x, y);
                if (distance <= near)
                    Assert.True(band[x, y] == 1, $"({x}, {y}), {distance} px from the outline, has {band[x, y]}.");
                if (distance > 1.5 * (near + EdgeBand.Beyond))
                    Assert.Equal(0, band[x, y]);
            }
        }

        static double Distance(int x, int y)
        {
            double least = double.MaxValue;
            for (int row = 19; row <= 30; row++)
            {
                for (int column = 29; column <= 40; column++)
                {
                    bool within = row is > 20 and < 29 && column is > 30 and < 39, corner = (row is 19 or 30) && (column is 29 or 40);
                    if (within || corner)
                        continue;
                    least = Math.Min(least, Math.Sqrt(((x - column) * (x - column)) + ((y - row) * (y - row))));
                }
            }

            return least;
        }
    }

    [Fact]
    public void Slopes_are_no_edges()
    {
        using Plane<float> radius = Filled(50, 40, -6);
        for (int y = 0; y < radius.Height; y++)
        {
            for (int x = 0; x < radius.Width; x++)
                radius[x, y] += 0.9f * EdgeBand.LeastJump * x;
        }

        using Plane<float> band = EdgeBand.Find(radius, Token);
        for (int y = 0; y < band.Height; y++)
            Assert.All(band.Row(y).ToArray(), share => Assert.Equal(0, share));
    }

    [Fact]
    public void The_largest_blur_is_that_of_edges_on_either_side()
    {
        using Plane<float> radius = Filled(60, 20, 0);
        Assert.Equal(0, EdgeBand.LargestRadius(radius, Token));
        radius[7, 3] = -9;
        Assert.Equal(9, EdgeBand.LargestRadius(radius, Token));
        for (int y = 0; y < radius.Height; y++)
        {
            for (int x = 30; x < radius.Width; x++)
                radius[x, y] = 0.9f * EdgeBand.LeastJump * (x - 29);
        }

        Assert.True(radius[59, 0] > 9, "A slope is no edge, however large its blur.");
        Assert.Equal(9, EdgeBand.LargestRadius(radius, Token));
    }

    [Fact]
    public void It_can_be_ended()
    {
        using Plane<float> radius = Filled(8, 8, 0);
        Assert.Throws<OperationCanceledException>(() => EdgeBand.Find(radius, new CancellationToken(canceled: true)));
    }

    private static Plane<float> Filled(int width, int height, float value)
    {
        Plane<float> plane = new(width, height);
        plane.Fill(value);
        return plane;
    }
}
