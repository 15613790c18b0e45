using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Optics.Tests;

public sealed class DisparityHistogramTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Percentiles_equal_those_of_the_sorted_values_to_one_bin()
    {
        Gen.Select(Gen.Float[-3, 9].Array[1, 400], Gen.Double[0, 100]).Sample((values, percent) =>
        {
            using Plane<float> plane = new(values.Length, 1);
            values.CopyTo(plane.Row(0));
            double percentile = DisparityHistogram.Of(plane, 2, Token).Percentile(percent);
            Array.Sort(values);
            int rank = Math.Clamp((int)Math.Ceiling(percent / 100 * values.Length) - 1, 0, values.Length - 1);
            double bin = 1.0001 * (values[^1] - values[0]) / DisparityHistogram.Bins;
            Assert.InRange(percentile, values[rank] - bin - 1e-6, values[rank] + bin + 1e-6);
        });
    }

    [Fact]
    public void A_flat_picture_has_its_value_everywhere_and_no_span()
    {
        using Plane<float> plane = new(70, 70);
        plane.Fill(0.3f);
        DisparityHistogram histogram = DisparityHistogram.Of(plane, 2, Token);
        Assert.Equal((0.3f, 0.3f, 0), (histogram.Percentile(0), histogram.Percentile(100), histogram.Span));
    }

    [Fact]
    public void The_span_leaves_out_two_percent_at_each_end()
    {
        using Plane<float> plane = new(1000, 10);
        for (int y = 0; y < 10; y++)
        {
            for (int x = 0; x < 1000; x++)
                plane.Row(y)[x] = x / 999f;
        }

        Assert.Equal(0.96, DisparityHistogram.Of(plane, 3, Token).Span, 0.002);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        using Plane<float> plane = new(333, 200);
        Random random = new(3);
        for (int y = 0; y < plane.Height; y++)
        {
            foreach (ref float value in plane.Row(y))
                value = random.NextSingle();
        }

        DisparityHistogram one = DisparityHistogram.Of(plane, 1, Token), four = DisparityHistogram.Of(plane, 4, Token);
        for (int percent = 0; percent <= 100; percent++)
            Assert.Equal(one.Percentile(percent), four.Percentile(percent));
    }
}
