using GenRefocus.Imaging;

namespace GenRefocus.Diffusion.Tests;

public sealed class BlurMapTests
{
    [Fact]
    public void Samples_lie_in_the_middle_of_their_pixels_and_are_joined_by_lines()
    {
        using BlurMap map = new(Ramp(5, 4));
        float[] row = new float[24];
        map.Sample(-2, 9, row);
        for (int i = 0; i < row.Length; i++)
        {
            double column = Math.Clamp((i - 2 + 0.5) / 4 - 0.5, 0, 4), line = (9 + 0.5) / 4 - 0.5;
            Assert.Equal(column + (10 * line), row[i], 1e-4);
        }
    }

    [Fact]
    public void Shares_and_largest_radii_are_those_of_the_samples()
    {
        using BlurMap map = new(Ramp(5, 4));
        Assert.Equal(0.5, map.ShareAbove(14), 1e-9);
        Assert.Equal(34, map.LargestIn(0, 0, 20, 16));
        Assert.Equal(11, map.LargestIn(0, 0, 4, 4));
        Assert.Equal(0, map.ShareAbove(34));
    }

    private static Plane<float> Ramp(int width, int height)
    {
        Plane<float> plane = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane[x, y] = x + (10 * y);
        }

        return plane;
    }
}
