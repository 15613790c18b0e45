namespace GenRefocus.Diffusion.Tests;

public sealed class ChangeSmoothingTests
{
    private const int Columns = 96, Rows = 64, Area = Columns * Rows;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Near_what_is_in_focus_a_change_keeps_its_detail()
    {
        float[] radius = Filled(9), given = Noise(1), wanted = Noise(2), before = [.. wanted];
        radius[(20 * Columns) + 40] = 0;
        ChangeSmoothing.Apply(given, wanted, Ones(), radius, Columns, Rows, 2, Token);
        for (int y = 0; y < Rows; y++)
        {
            for (int x = 0; x < Columns; x++)
            {
                int at = (y * Columns) + x;
                bool near = Math.Abs(x - 40) <= ChangeSmoothing.Reach && Math.Abs(y - 20) <= ChangeSmoothing.Reach;
                if (near)
                    Assert.Equal(before[at], wanted[at], 1e-6f);
            }
        }

        Assert.True(Roughness(wanted, given) < 0.2 * Roughness(before, given), "Far from it the change must be smooth.");
    }

    [Theory]
    [InlineData(2.8f, 0.7f)]
    [InlineData(-5.6f, 1.4f)]
    [InlineData(40f, 2.8f)]
    public void The_deviation_grows_with_the_radius_of_either_sign_up_to_the_largest(float radius, float deviation)
    {
        float[] given = new float[3 * Area], wanted = new float[3 * Area];
        int middle = (Rows / 2 * Columns) + (Columns / 2);
        wanted[middle] = 1;
        ChangeSmoothing.Apply(given, wanted, Ones(), Filled(radius), Columns, Rows, 1, Token);
        double sum = 0, variance = 0;
        for (int x = 0; x < Columns; x++)
        {
            for (int y = 0; y < Rows; y++)
            {
                float value = wanted[(y * Columns) + x];
                sum += value;
                variance += value * Math.Pow(x - (Columns / 2), 2);
            }
        }

        Assert.Equal(1, sum, 1e-4);
        // The kernel's ends are cut off.
        Assert.InRange(Math.Sqrt(variance), 0.85 * deviation, 1.02 * deviation);
    }

    [Fact]
    public void What_does_not_count_does_not_come_in_and_threads_change_nothing()
    {
        float[] given = Noise(1), wanted = Noise(2), other = [.. wanted], shares = Ones();
        for (int i = 0; i < Area; i++)
            shares[i] = i % Columns < 48 ? 1 : 0;
        for (int i = 0; i < 3 * Area; i++)
        {
            if (i % Columns >= 48)
                other[i] = 77;
        }

        ChangeSmoothing.Apply(given, wanted, shares, Filled(6), Columns, Rows, 1, Token);
        ChangeSmoothing.Apply(given, other, shares, Filled(6), Columns, Rows, 3, Token);
        Assert.Equal(wanted, other);
        Assert.Equal(given[Columns - 1], wanted[Columns - 1]);
    }

    private static float[] Filled(float value)
    {
        float[] plane = new float[Area];
        Array.Fill(plane, value);
        return plane;
    }

    private static float[] Ones() => Filled(1);

    private static float[] Noise(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 3 * Area).Select(_ => random.NextSingle())];
    }

    // Mean square of the difference of neighbours, of the change.
    private static double Roughness(float[] wanted, float[] given)
    {
        double sum = 0;
        for (int i = 1; i < Area; i++)
        {
            double step = wanted[i] - given[i] - (wanted[i - 1] - given[i - 1]);
            sum += step * step;
        }

        return sum / Area;
    }
}
