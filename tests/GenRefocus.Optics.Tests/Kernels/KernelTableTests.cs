using CsCheck;

namespace GenRefocus.Optics.Tests;

public sealed class KernelTableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => Shapes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_sum_to_one_and_are_never_negative(string name)
    {
        KernelTable table = Table(Shapes.Get(name), 40);
        for (int i = 0; i < table.Count; i += 3)
        {
            foreach (DeltaKernel kernel in (DeltaKernel[])[table.Far(i), table.Near(i)])
            {
                float[,] weights = Raster.Weights(kernel, kernel.Radius + 1);
                Assert.Equal(1, weights.Cast<float>().Sum(w => (double)w), 2e-6);
                Assert.True(weights.Cast<float>().Min() >= -1e-7f, $"index {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_are_sorted_stay_in_the_box_and_close_exactly(string name)
    {
        KernelTable table = Table(Shapes.Get(name), 33);
        for (int i = 0; i < table.Count; i++)
        {
            foreach (DeltaKernel kernel in (DeltaKernel[])[table.Far(i), table.Near(i)])
            {
                KernelDelta last = new(int.MinValue, 0, 0);
                float open = 0;
                foreach (KernelDelta delta in kernel.Deltas)
                {
                    Assert.InRange(delta.DY, -kernel.Radius, kernel.Radius);
                    Assert.InRange(delta.DX, -kernel.Radius, kernel.Radius + 1);
                    Assert.True(delta.DY > last.DY || (delta.DY == last.DY && delta.DX > last.DX), $"index {i}: {delta} follows {last}");
                    if (delta.DY != last.DY)
                        Assert.Equal(0f, open);
                    open = delta.DY != last.DY ? delta.Weight : open + delta.Weight;
                    last = delta;
                }

                Assert.Equal(0f, open);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_of_30_pixels_has_the_shape_of_its_aperture(string name)
    {
        Aperture aperture = Shapes.Get(name);
        DeltaKernel kernel = Table(aperture, 30).Far(KernelTable.IndexOf(30));
        float[,] weights = Raster.Weights(kernel, kernel.Radius);
        double[,] coverage = Raster.Coverage(aperture, 30, kernel.Radius);

        // Flat shapes are compared as silhouettes; grey ones, which have levels, by their light.
        bool grey = aperture.Bubble != 0 || aperture.Picture is not null;
        double iou = grey
            ? Raster.IoU(weights, coverage, weights.Cast<float>().Sum(), coverage.Cast<double>().Sum())
            : Raster.IoU(weights, coverage, weights.Cast<float>().Max(), coverage.Cast<double>().Max());
        Assert.True(iou >= (aperture.Bubble == 0 ? 0.97 : 0.93), $"IoU {iou:F4}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_near_kernel_is_the_far_one_turned_by_half(string name)
    {
        Aperture aperture = Shapes.Get(name);
        KernelTable table = Table(aperture, 20);
        for (int i = 0; i < table.Count; i++)
        {
            DeltaKernel far = table.Far(i), near = table.Near(i);
            Assert.Equal(aperture.IsPointSymmetric || i == 0, ReferenceEquals(far, near));
            float[,] a = Raster.Weights(far, far.Radius), b = Raster.Weights(near, far.Radius);
            for (int y = 0, n = a.GetLength(0); y < n; y++)
            {
                for (int x = 0; x < n; x++)
                    Assert.Equal(a[y, x], b[n - 1 - y, n - 1 - x], 1e-6f);
            }
        }
    }

    [Fact]
    public void Large_discs_and_hexagons_take_the_pixels_whose_centre_is_inside()
    {
        foreach (Aperture aperture in (Aperture[])[Aperture.Disc(), Aperture.Polygon(6), Aperture.Polygon(5, 0.3, 8)])
        {
            KernelTable table = Table(aperture, 40);
            for (int i = KernelTable.IndexOf(8); i < table.Count; i += 5)
            {
                DeltaKernel kernel = table.Far(i);
                float[,] weights = Raster.Weights(kernel, kernel.Radius);
                double radius = i / 8.0, most = weights.Cast<float>().Max();
                for (int y = -kernel.Radius; y <= kernel.Radius; y++)
                {
                    for (int x = -kernel.Radius; x <= kernel.Radius; x++)
                    {
                        // A sample on the boundary, or on the chord that stands for its arc, may fall either way.
                        double inner = aperture.Transmission(x / (radius - 1e-3), y / (radius - 1e-3));
                        double outer = aperture.Transmission(x / (radius + 1e-3), y / (radius + 1e-3));
                        if (inner == outer)
                            Assert.Equal(inner * most, weights[y + kernel.Radius, x + kernel.Radius], 1e-6);
                    }
                }
            }
        }
    }

    [Fact]
    public void Small_discs_are_antialiased_to_a_64th()
    {
        KernelTable table = Table(Aperture.Disc(), 6);
        for (int i = 1; i < KernelTable.IndexOf((float)KernelRasterizer.SoftThickness); i++)
        {
            DeltaKernel kernel = table.Far(i);
            double radius = Math.Max(i / 8.0, KernelRasterizer.SmallestRadius);
            double[,] coverage = Raster.Coverage(Aperture.Disc(), radius, kernel.Radius);
            float[,] weights = Raster.Weights(kernel, kernel.Radius);
            double sum = coverage.Cast<double>().Sum();
            for (int y = 0; y < weights.GetLength(0); y++)
            {
                for (int x = 0; x < weights.GetLength(1); x++)
                    Assert.Equal(coverage[y, x] / sum, weights[y, x], 0.1 / sum);
            }
        }
    }

    [Fact]
    public void Radii_below_a_tenth_of_a_pixel_are_the_identity()
    {
        KernelTable table = Table(Aperture.Heart(), 2);
        Assert.Equal([new KernelDelta(0, 0, 1), new KernelDelta(0, 1, -1)], table.Far(0).Deltas.ToArray());
        Assert.Same(table.Far(0), DeltaKernel.Identity);
        Assert.Equal(0, KernelTable.IndexOf(0.06f));
        Assert.Equal(1, KernelTable.IndexOf(0.07f));
    }

    [Theory]
    [InlineData("disc")]
    [InlineData("hexagon")]
    [InlineData("16 blades")]
    [InlineData("pentagon turned")]
    [InlineData("heptagon curved")]
    public void Large_kernels_of_plain_shapes_have_two_changes_a_row(string name)
    {
        DeltaKernel kernel = Table(Shapes.Get(name), 50).Far(KernelTable.IndexOf(50));
        int longest = kernel.Deltas.ToArray().GroupBy(d => d.DY).Max(row => row.Count());
        Assert.True(longest == 2, $"{longest} changes in a row");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Larger_radii_spread_light_further(string name)
    {
        KernelTable table = Table(Shapes.Get(name), 24);
        double last = 0;
        for (int i = 8; i < table.Count; i += 4)
        {
            double spread = SecondMoment(table.Far(i));
            Assert.True(spread > last, $"index {i}: {spread} after {last}");
            last = spread;
        }
    }

    [Fact]
    public void The_table_does_not_depend_on_the_number_of_threads()
    {
        Gen.Int[2, 4].Sample(threads =>
        {
            KernelTable one = KernelTable.Create(Aperture.Star(5, 0.4), 15, 1, Token);
            KernelTable many = KernelTable.Create(Aperture.Star(5, 0.4), 15, threads, Token);
            for (int i = 0; i < one.Count; i++)
                Assert.Equal(one.Near(i).Deltas.ToArray(), many.Near(i).Deltas.ToArray());
        }, iter: 5, threads: 1);
    }

    [Fact]
    public void Every_radius_up_to_the_largest_has_a_kernel()
    {
        Gen.Float[0, 60].Sample(radius =>
        {
            KernelTable table = Table(Aperture.Ring(0.5), radius);
            Assert.InRange(KernelTable.IndexOf(radius), 0, table.Count - 1);
            Assert.Equal(Enumerable.Range(0, table.Count).Max(i => table.Far(i).Radius), table.MaxHalfWidth);
        }, iter: 20);
    }

    [Fact]
    public void Radii_out_of_range_are_refused()
    {
        foreach (float radius in (float[])[-1f, float.NaN, float.PositiveInfinity, KernelTable.LargestRadius + 1])
            Assert.Throws<ArgumentOutOfRangeException>(() => Table(Aperture.Disc(), radius));
    }

    [Fact]
    public void A_cancelled_token_stops_the_table()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => KernelTable.Create(Aperture.Disc(), 30, 2, new CancellationToken(canceled: true)));
    }

    private static KernelTable Table(Aperture aperture, float radius) => KernelTable.Create(aperture, radius, 2, Token);

    private static double SecondMoment(DeltaKernel kernel)
    {
        float[,] weights = Raster.Weights(kernel, kernel.Radius);
        double sum = 0;
        for (int y = 0; y < weights.GetLength(0); y++)
        {
            for (int x = 0; x < weights.GetLength(1); x++)
                sum += weights[y, x] * (Math.Pow(x - kernel.Radius, 2) + Math.Pow(y - kernel.Radius, 2));
        }

        return sum;
    }
}
