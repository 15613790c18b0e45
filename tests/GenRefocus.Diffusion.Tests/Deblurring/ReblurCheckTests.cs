using GenRefocus.Imaging;

namespace GenRefocus.Diffusion.Tests;

public sealed class ReblurCheckTests
{
    private const int Columns = 96, Rows = 64, Area = Columns * Rows;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_says_what_the_slow_way_says_and_threads_change_nothing()
    {
        // Of grain that has nothing to do with what was given, a lens leaves what was given: 1 of 1 + 0.25 parts of the change.
        float[] given = Texture(1), wanted = [.. Texture(2).Select(static value => 0.5f + (0.5f * (value - 0.5f)))];
        using Plane<float> one = ReblurCheck.Believed(given, wanted, Columns, Rows, 1, Token), two = ReblurCheck.Believed(given, wanted, Columns, Rows, 2, Token);
        double[,] slow = Slow(given, wanted);
        int between = 0;
        for (int y = 0; y < one.Height; y++)
        {
            Assert.Equal(one.Row(y).ToArray(), two.Row(y).ToArray());
            for (int x = 0; x < one.Width; x++)
            {
                Assert.Equal(slow[y, x], one[x, y], 1e-3);
                between += one[x, y] is > 0.01f and < 0.99f ? 1 : 0;
            }
        }

        Assert.True(between > 20, $"Only {between} samples say more than yes or no.");
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2.5)]
    [InlineData(5)]
    public void The_sharp_picture_of_a_blurred_one_is_believed(double radius)
    {
        float[] sharp = Texture(3);
        using Plane<float> believed = ReblurCheck.Believed(Blurred(sharp, radius / 2), sharp, Columns, Rows, 2, Token);
        for (int y = 0; y < believed.Height; y++)
            Assert.All(believed.Row(y).ToArray(), share => Assert.Equal(1, share));
    }

    [Fact]
    public void What_is_smoother_than_what_was_given_is_not_believed()
    {
        float[] given = Texture(4);
        using Plane<float> smoother = ReblurCheck.Believed(given, Blurred(given, 1), Columns, Rows, 2, Token);
        for (int y = 0; y < smoother.Height; y++)
            Assert.All(smoother.Row(y).ToArray(), share => Assert.InRange(share, 0, 0.05));
    }

    [Fact]
    public void It_can_be_ended() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ReblurCheck.Believed(Texture(5), Texture(6), Columns, Rows, 1, new CancellationToken(canceled: true)));

    // As ReblurCheck describes it, pixel by pixel: a Gaussian after the other, then means over whole blocks of 4 x 4 pixels.
    private static double[,] Slow(float[] given, float[] wanted)
    {
        double[] before = Luma(given), state = Luma(wanted);
        double[,] change = Squares(before, state), left = (double[,])change.Clone(), believed = new double[Rows / 4, Columns / 4];
        double variance = 0;
        foreach (float radius in ReblurParameters.Radii)
        {
            state = Gaussian(state, (radius * radius / 4) - variance);
            variance = radius * radius / 4;
            double[,] now = Squares(before, state);
            for (int i = 0; i < left.Length; i++)
                left[i / (Columns / 4), i % (Columns / 4)] = Math.Min(left[i / (Columns / 4), i % (Columns / 4)], now[i / (Columns / 4), i % (Columns / 4)]);
        }

        for (int i = 0; i < left.Length; i++)
        {
            int y = i / (Columns / 4), x = i % (Columns / 4);
            believed[y, x] = Math.Clamp((1 - (left[y, x] / (change[y, x] + (1 / 65025.0)))) / 0.4, 0, 1);
        }

        return believed;
    }

    private static double[] Luma(float[] planes) =>
        [.. Enumerable.Range(0, Area).Select(i => (0.2126 * Inside(planes[i])) + (0.7152 * Inside(planes[Area + i])) + (0.0722 * Inside(planes[(2 * Area) + i])))];

    private static double Inside(float value) => Math.Clamp(value, 0, 1);

    private static double[,] Squares(double[] a, double[] b)
    {
        double[,] means = new double[Rows / 4, Columns / 4];
        for (int y = 0; y < Rows / 4; y++)
        {
            for (int x = 0; x < Columns / 4; x++)
            {
                double sum = 0;
                int count = 0;
                for (int row = Math.Max(0, 4 * (y - 2)); row < Math.Min(Rows, 4 * (y + 3)); row++)
                {
                    for (int column = Math.Max(0, 4 * (x - 2)); column < Math.Min(Columns, 4 * (x + 3)); column++, count++)
                        sum += Math.Pow(a[(row * Columns) + column] - b[(row * Columns) + column], 2);
                }

                means[y, x] = sum / count;
            }
        }

        return means;
    }

    private static double[] Gaussian(double[] plane, double variance)
    {
        int reach = (int)Math.Ceiling(2.5 * Math.Sqrt(variance));
        double[] result = new double[Area];
        for (int i = 0; i < Area; i++)
        {
            double sum = 0, weights = 0;
            for (int dy = -reach; dy <= reach; dy++)
            {
                for (int dx = -reach; dx <= reach; dx++)
                {
                    double weight = Math.Exp(-((dx * dx) + (dy * dy)) / (2 * variance));
                    weights += weight;
                    sum += weight * plane[(Math.Clamp((i / Columns) + dy, 0, Rows - 1) * Columns) + Math.Clamp((i % Columns) + dx, 0, Columns - 1)];
                }
            }

            result[i] = sum / weights;
        }

        return result;
    }

    private static float[] Blurred(float[] planes, double deviation)
    {
        float[] result = new float[planes.Length];
        for (int c = 0; c < 3; c++)
        {
            double[] plane = Gaussian([.. planes.AsSpan(c * Area, Area).ToArray().Select(value => (double)value)], deviation * deviation);
            for (int i = 0; i < Area; i++)
                result[(c * Area) + i] = (float)plane[i];
        }

        return result;
    }

    // Noise of pixels within the range, so that what is made sharper stays inside it.
    private static float[] Texture(int seed)
    {
        float[] planes = new float[3 * Area];
        for (int y = 0; y < 3 * Rows; y++)
            SeededNoise.Fill(seed, 0, 0, 0, y, planes.AsSpan(y * Columns, Columns));
        for (int i = 0; i < planes.Length; i++)
            planes[i] = 0.5f + (0.08f * planes[i]);
        return planes;
    }
}
