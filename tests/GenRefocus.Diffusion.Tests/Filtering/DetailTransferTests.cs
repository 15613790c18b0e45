using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion.Tests;

public sealed class DetailTransferTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_change_is_the_linear_interpolation_of_the_difference(int threads)
    {
        using LinearImage picture = Noise(97, 61, 1), before = Noise(40, 23, 2), after = Noise(40, 23, 2);
        for (int y = 5; y < 15; y++)
        {
            for (int x = 10; x < 30; x++)
                after[x, y] += new Vector4(0.5f + (x / 100f), 0.25f, y / 50f, 0);
        }

        using LinearImage result = DetailTransfer.Apply(picture, before, after, threads, Token);
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                Vector4 expected = picture[x, y] + Between(before, after, (x + 0.5) * 40 / 97, (y + 0.5) * 23 / 61);
                for (int c = 0; c < 4; c++)
                    Assert.Equal(expected[c], result[x, y][c], 1e-5f);
            }
        }
    }

    [Fact]
    public void Pixels_without_a_change_keep_every_bit_and_light_is_never_negative()
    {
        using LinearImage picture = Noise(90, 60, 3), before = Noise(30, 20, 4), after = Noise(30, 20, 4);
        picture[0, 0] = new Vector4(-0.25f, 0.5f, 0, 1);
        after[15, 10] -= new Vector4(5, 5, 5, 0);
        using LinearImage result = DetailTransfer.Apply(picture, before, after, 1, Token);
        int changed = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                if (Math.Abs(x - 46) > 5 || Math.Abs(y - 31) > 5)
                    Assert.Equal(picture[x, y], result[x, y]);
                else
                    changed += result[x, y] == picture[x, y] ? 0 : 1;
                Assert.True(result[x, y].Y >= 0, $"Pixel {x}, {y} is {result[x, y]}.");
            }
        }

        Assert.InRange(changed, 9, 36);
    }

    private static Vector4 Between(LinearImage before, LinearImage after, double x, double y)
    {
        x = Math.Clamp(x - 0.5, 0, before.Width - 1);
        y = Math.Clamp(y - 0.5, 0, before.Height - 1);
        int left = (int)x, top = (int)y;
        Vector4 sum = Vector4.Zero;
        for (int dy = 0; dy < 2; dy++)
        {
            for (int dx = 0; dx < 2; dx++)
            {
                int column = Math.Min(left + dx, before.Width - 1), row = Math.Min(top + dy, before.Height - 1);
                float weight = (float)((dx == 1 ? x - left : 1 - x + left) * (dy == 1 ? y - top : 1 - y + top));
                sum += weight * (after[column, row] - before[column, row]);
            }
        }

        return sum;
    }

    private static LinearImage Noise(int width, int height, int seed)
    {
        Random random = new(seed);
        LinearImage picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                picture[x, y] = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
        }

        return picture;
    }
}
