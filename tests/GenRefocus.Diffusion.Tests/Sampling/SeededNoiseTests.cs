namespace GenRefocus.Diffusion.Tests;

public sealed class SeededNoiseTests
{
    [Fact]
    public void It_is_normal()
    {
        float[] noise = new float[200_000];
        SeededNoise.Fill(7, 2, 1, 0, 31, noise);
        double mean = noise.Average(), variance = noise.Average(v => (v - mean) * (v - mean)), fourth = noise.Average(v => Math.Pow(v - mean, 4));
        Assert.Equal(0, mean, 0.01);
        Assert.Equal(1, variance, 0.02);
        Assert.Equal(3, fourth / (variance * variance), 0.1);
        double lag = Enumerable.Range(0, noise.Length - 1).Average(i => (double)noise[i] * noise[i + 1]);
        Assert.Equal(0, lag, 0.01);
    }

    [Fact]
    public void A_pixel_has_the_same_noise_wherever_a_row_begins()
    {
        float[] whole = new float[64], part = new float[20];
        SeededNoise.Fill(3, 0, 2, -10, -4, whole);
        SeededNoise.Fill(3, 0, 2, 5, -4, part);
        Assert.Equal(whole.AsSpan(15, 20).ToArray(), part);
    }

    [Fact]
    public void Seed_step_channel_and_row_each_change_it()
    {
        float[] Row(long seed, int step, int channel, int y)
        {
            float[] row = new float[16];
            SeededNoise.Fill(seed, step, channel, 0, y, row);
            return row;
        }

        float[][] rows = [Row(1, 0, 0, 0), Row(2, 0, 0, 0), Row(1, 1, 0, 0), Row(1, 0, 1, 0), Row(1, 0, 0, 1), Row(-1, 0, 0, 0)];
        Assert.Equal(rows.Length, rows.Select(row => string.Join(' ', row)).Distinct().Count());
    }
}
