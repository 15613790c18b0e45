using System.Numerics;
using System.Runtime.InteropServices;
using CsCheck;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

public sealed class RendererPropertyTests
{
    private static readonly Gen<(int Width, int Height, float Largest, int Seed)> AnyScene =
        Gen.Select(Gen.Int[1, 150], Gen.Int[1, 110], Gen.Float[0, 14], Gen.Int[0, 1000]);

    [Fact]
    public void A_constant_colour_stays_constant_on_any_depth() =>
        AnyScene.Sample(
            s =>
            {
                foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
                {
                    Vector4 colour = new(0.2f, 0.6f, 0.9f, 1);
                    using LinearImage picture = TestScenes.Constant(s.Width, s.Height, colour);
                    using Plane<float> radii = TestScenes.Layered(s.Width, s.Height, s.Largest, s.Seed);
                    using LinearImage result = TestScenes.Render(picture, radii, Aperture.Polygon(5), quality, 2, new HighlightRecovery(1, 0.85f));
                    Assert.InRange(TestScenes.LargestDifference(picture, result), 0, 1f / 65535);
                }
            },
            iter: 25, threads: 1);

    [Fact]
    public void Zero_radius_gives_every_bit_back() =>
        AnyScene.Sample(
            s =>
            {
                using LinearImage picture = TestScenes.Noise(s.Width, s.Height, s.Seed);
                using Plane<float> radii = TestScenes.Uniform(s.Width, s.Height, 0);
                using LinearImage result = TestScenes.Render(picture, radii, null, BokehQuality.Final, 2, new HighlightRecovery(4, 0.5f));
                AssertSameBits(picture, result, 0, 0);
            },
            iter: 20, threads: 1);

    [Fact]
    public void What_is_in_focus_and_not_covered_keeps_every_bit()
    {
        using LinearImage picture = TestScenes.Noise(300, 140, 7);
        using Plane<float> radii = TestScenes.Uniform(300, 140, -8);
        for (int y = 30; y < 110; y++)
            radii.Row(y)[40..160].Clear();
        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage result = TestScenes.Render(picture, radii, null, quality, 2, new HighlightRecovery(2, 0.5f));
            for (int y = 30; y < 110; y++)
                Assert.Equal(MemoryMarshal.AsBytes(picture.Row(y)[40..160]).ToArray(), MemoryMarshal.AsBytes(result.Row(y)[40..160]).ToArray());
            Assert.NotEqual(picture[10, 10], result[10, 10]);
        }
    }

    [Fact]
    public void A_region_is_the_crop_of_the_whole() =>
        Gen.Select(AnyScene, Gen.Double.Unit, Gen.Double.Unit, Gen.Double.Unit, Gen.Double.Unit).Sample(
            (s, a, b, c, d) =>
            {
                int width = 2 * s.Width, height = 2 * s.Height;
                using LinearImage picture = TestScenes.Noise(width, height, s.Seed);
                using Plane<float> radii = TestScenes.Layered(width, height, s.Largest, s.Seed);
                int x = (int)(a * width), y = (int)(b * height);
                PixelRegion region = new(x, y, 1 + (int)(c * (width - x - 1)), 1 + (int)(d * (height - y - 1)));
                using BokehScene scene = TestScenes.Scene(picture, radii);
                using LinearImage part = new(region.Width, region.Height);
                foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
                {
                    using LinearImage whole = TestScenes.Render(picture, radii, null, quality);
                    new CpuBokehRenderer().Render(scene, quality, region, part, 1, null, CancellationToken.None);
                    AssertSameBits(part, whole, region.X, region.Y);
                }
            },
            iter: 12, threads: 1);

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        using LinearImage picture = TestScenes.Noise(530, 300, 8);
        using Plane<float> radii = TestScenes.Layered(530, 300, 20, 9);
        foreach (BokehQuality quality in Enum.GetValues<BokehQuality>())
        {
            using LinearImage one = TestScenes.Render(picture, radii, Aperture.Heart(0), quality, 1);
            using LinearImage four = TestScenes.Render(picture, radii, Aperture.Heart(0), quality, 4);
            AssertSameBits(one, four, 0, 0);
        }
    }

    [Fact]
    public void A_blurred_point_keeps_its_energy() =>
        Gen.Select(Gen.Float[0.2f, 24], Gen.Bool).Sample(
            (radius, near) =>
            {
                using LinearImage picture = TestScenes.Constant(101, 97, new Vector4(0, 0, 0, 1));
                picture[50, 48] = new Vector4(40, 20, 10, 1);
                using Plane<float> radii = TestScenes.Uniform(101, 97, near ? radius : -radius);
                using LinearImage result = TestScenes.Render(picture, radii, Aperture.Polygon(7));
                (double red, double blue) = (0, 0);
                for (int y = 0; y < result.Height; y++)
                {
                    foreach (Vector4 v in result.Row(y))
                        (red, blue) = (red + v.X, blue + v.Z);
                }

                Assert.InRange(red, 40 * (1 - 1e-5), 40 * (1 + 1e-5));
                Assert.InRange(blue, 10 * (1 - 1e-5), 10 * (1 + 1e-5));
            },
            iter: 40, threads: 1);

    [Theory]
    [InlineData("disc")]
    [InlineData("hexagon")]
    [InlineData("star")]
    [InlineData("heart")]
    public void A_bokeh_ball_has_the_shape_of_the_aperture_and_is_flat(string shape)
    {
        const int Radius = 30;
        Aperture aperture = RendererOracleTests.Shape(shape);
        using LinearImage picture = TestScenes.Constant(101, 101, new Vector4(0, 0, 0, 1));
        picture[50, 50] = new Vector4(1000, 1000, 1000, 1);
        using Plane<float> radii = TestScenes.Uniform(101, 101, -Radius);
        using LinearImage result = TestScenes.Render(picture, radii, aperture);
        int both = 0, either = 0;
        List<float> inside = [];
        float level = Enumerable.Range(0, 101 * 101).Max(i => result[i % 101, i / 101].X) / 2;
        for (int y = 0; y < 101; y++)
        {
            for (int x = 0; x < 101; x++)
            {
                bool lit = result[x, y].X > level, open = aperture.Transmission((x - 50.0) / Radius, (y - 50.0) / Radius) > 0.5;
                both += lit && open ? 1 : 0;
                either += lit || open ? 1 : 0;
                if (lit && result[x - 1, y].X > level && result[x + 1, y].X > level && result[x, y - 1].X > level && result[x, y + 1].X > level)
                    inside.Add(result[x, y].X);
            }
        }

        Assert.InRange((double)both / either, 0.97, 1);
        double mean = inside.Average(), deviation = Math.Sqrt(inside.Average(v => (v - mean) * (v - mean)));
        Assert.InRange(deviation / mean, 0, 0.02);
    }

    [Fact]
    public void More_strength_means_less_detail()
    {
        using LinearImage picture = TestScenes.Noise(160, 120, 10);
        using Plane<float> unit = TestScenes.Layered(160, 120, 1, 11);
        double before = double.MaxValue;
        foreach (float strength in (ReadOnlySpan<float>)[0, 1, 2, 4, 8, 16])
        {
            using Plane<float> radii = new(160, 120);
            for (int y = 0; y < 120; y++)
            {
                for (int x = 0; x < 160; x++)
                    radii[x, y] = strength * unit[x, y];
            }

            using LinearImage result = TestScenes.Render(picture, radii);
            double detail = 0;
            for (int y = 1; y < 119; y++)
            {
                for (int x = 1; x < 159; x++)
                    detail += Math.Pow((4 * result[x, y].X) - result[x - 1, y].X - result[x + 1, y].X - result[x, y - 1].X - result[x, y + 1].X, 2);
            }

            Assert.True(detail < before, $"strength {strength}: {detail} is not below {before}");
            before = detail;
        }
    }

    [Fact]
    public void A_mirrored_scene_gives_the_mirrored_picture()
    {
        const int Width = 128, Height = 64;
        using LinearImage picture = TestScenes.Noise(Width, Height, 12), mirrored = new(Width, Height);
        using Plane<float> radii = TestScenes.Layered(Width, Height, 9, 13), mirroredRadii = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                (mirrored[x, y], mirroredRadii[x, y]) = (picture[Width - 1 - x, y], radii[Width - 1 - x, y]);
        }

        using LinearImage a = TestScenes.Render(picture, radii), b = TestScenes.Render(mirrored, mirroredRadii);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                Assert.InRange(Vector4.Distance(a[x, y], b[Width - 1 - x, y]), 0, 1e-4f);
        }
    }

    [Fact]
    public void The_preview_stays_close_to_the_final_picture()
    {
        using LinearImage noise = TestScenes.Noise(400, 300, 14);
        using LinearImage picture = TestScenes.Render(noise, TestScenes.Uniform(400, 300, 2));
        using Plane<float> radii = TestScenes.Layered(400, 300, 30, 15);
        using LinearImage final = TestScenes.Render(picture, radii), preview = TestScenes.Render(picture, radii, null, BokehQuality.Preview);
        Assert.InRange(TestScenes.Psnr(final, preview), 42, 99);
    }

    private static void AssertSameBits(LinearImage part, LinearImage whole, int x, int y)
    {
        for (int row = 0; row < part.Height; row++)
        {
            ReadOnlySpan<byte> expected = MemoryMarshal.AsBytes(whole.Row(y + row).Slice(x, part.Width)), actual = MemoryMarshal.AsBytes(part.Row(row));
            Assert.True(expected.SequenceEqual(actual), $"row {row} differs");
        }
    }
}
