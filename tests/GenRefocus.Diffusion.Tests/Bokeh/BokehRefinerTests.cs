using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Diffusion.Tests;

public sealed class BokehRefinerTests
{
    private const int Width = 470, Height = 400, Edge = 390;
    private const float Near = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_band_becomes_what_the_network_says_and_the_rest_keeps_every_bit()
    {
        using TestBokehNetwork file = new(0, (colour, plane) => plane == colour ? 1 : 0);
        using BokehNetwork network = file.Open();
        using LinearImage drawn = Picture(3), sharp = Picture(5);
        using Plane<float> radius = Radius(Near), band = EdgeBand.Find(radius, Token);
        using LinearImage refined = new BokehRefiner(network).Refine(drawn, sharp, radius, LensShape.Round, new BokehParameters(), null, Token)!;
        int inside = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (band[x, y] == 0 || drawn[x, y] == sharp[x, y])
                {
                    Assert.Equal(drawn[x, y], refined[x, y]);
                }
                else if (band[x, y] == 1 && x < Edge + ChangeSmoothing.Reach)
                {
                    // The network of this test answers with the sharp picture; tile borders at 384 lie inside the band. Nothing is smoothed this near to what is in focus.
                    Assert.Equal(SrgbTransfer.FromLinear(sharp[x, y].Y), SrgbTransfer.FromLinear(refined[x, y].Y), 5e-4);
                    inside++;
                }
            }
        }

        Assert.InRange(inside, 10 * Height, 20 * Height);
    }

    [Fact]
    public void The_network_is_told_radius_and_shape()
    {
        const float radiusShare = 0.05f;
        using TestBokehNetwork file = new(0, (colour, plane) => plane == colour + 4 ? 1 : plane == 3 && colour == 0 ? radiusShare : 0);
        using BokehNetwork network = file.Open();
        using LinearImage picture = Picture(3), sharp = Picture(5);
        using Plane<float> radius = Radius(Near);
        using LinearImage refined = new BokehRefiner(network).Refine(picture, sharp, radius, new LensShape(0.25f, 0.5f, 0.75f), new BokehParameters(), null, Token)!;
        Vector4 near = refined[Edge + 1, 200], far = refined[Edge - 1, 200];
        Assert.Equal(0.25 + (radiusShare * Near), SrgbTransfer.FromLinear(near.X), 1e-4);
        Assert.Equal(0.25, SrgbTransfer.FromLinear(far.X), 1e-4);
        Assert.Equal((0.5, 0.75), (SrgbTransfer.FromLinear(near.Y), SrgbTransfer.FromLinear(near.Z)), Close);
    }

    [Fact]
    public void More_steps_draw_by_the_seed_alone_and_progress_rises_to_the_end()
    {
        using TestBokehNetwork file = new(0.9f, (_, _) => 0, noise: "0.5");
        using BokehNetwork network = file.Open();
        using LinearImage picture = Picture(3), sharp = Picture(5);
        using Plane<float> radius = Radius(Near);
        List<double> told = [];
        LinearImage Refined(int steps, long seed) =>
            new BokehRefiner(network).Refine(picture, sharp, radius, LensShape.Round, new BokehParameters { Steps = steps, Seed = seed }, new Told(told.Add), Token)!;
        using LinearImage one = Refined(1, 1), other = Refined(1, 2), four = Refined(4, 1), again = Refined(4, 1), seeded = Refined(4, 2);
        Assert.True(Same(one, other), "One step has no noise.");
        Assert.True(Same(four, again), "The same seed gives the same picture.");
        Assert.False(Same(four, seeded));
        Assert.Equal(1, told[^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Refined(5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Refined(0, 1));
    }

    [Fact]
    public void What_the_renderer_left_as_it_was_stays_so()
    {
        using TestBokehNetwork file = new(0, (_, _) => 0);
        using BokehNetwork network = file.Open();
        using LinearImage drawn = Picture(3), sharp = Picture(3);
        for (int y = 0; y < Height; y++)
            sharp.Row(y)[..Edge].Clear();
        using Plane<float> radius = Radius(Near);
        using LinearImage refined = new BokehRefiner(network).Refine(drawn, sharp, radius, LensShape.Round, new BokehParameters(), null, Token)!;
        for (int y = 0; y < Height; y++)
            Assert.True(drawn.Row(y)[Edge..].SequenceEqual(refined.Row(y)[Edge..]), $"Row {y} changed where it is in focus.");
        Assert.Equal(0, refined[Edge - 1, 200].X, 1e-4f);
    }

    [Fact]
    public void A_blur_too_large_for_the_network_is_refined_in_a_smaller_copy()
    {
        const float times = 3, large = times * BokehParameters.MostRadius;
        using TestBokehNetwork file = new(0, (colour, plane) => plane == 3 && colour == 0 ? 0.5f / BokehParameters.MostRadius : plane == colour ? 0.5f : 0);
        using BokehNetwork network = file.Open();
        using LinearImage drawn = Filled(0.2f), sharp = Filled(0.5f);
        for (int y = 0; y < Height; y++)
            drawn.Row(y)[..(Edge - 3)].CopyTo(sharp.Row(y));
        using Plane<float> radius = Radius(large);
        using LinearImage refined = new BokehRefiner(network).Refine(drawn, sharp, radius, LensShape.Round, new BokehParameters(), null, Token)!;
        for (int y = 0; y < Height; y++)
            Assert.True(drawn.Row(y)[..(Edge - 3)].SequenceEqual(refined.Row(y)[..(Edge - 3)]), $"Row {y} changed where it is in focus.");

        // Half of what the sharp picture shows, encoded, and in red half of white, since the radius is the network's largest there.
        double half = SrgbTransfer.FromLinear(0.5f) / 2;
        Vector4 inside = refined[Edge + 35, 200];
        Assert.Equal((half + 0.5, half), (SrgbTransfer.FromLinear(inside.X), SrgbTransfer.FromLinear(inside.Y)), Close);
    }

    [Fact]
    public void Without_an_edge_nothing_is_asked()
    {
        using TestBokehNetwork file = new(0, (_, _) => 0);
        using BokehNetwork network = file.Open();
        using LinearImage picture = Picture(3);
        using Plane<float> radius = Radius(Near);
        radius.Fill(4);
        List<double> told = [];
        Assert.Null(new BokehRefiner(network).Refine(picture, picture, radius, LensShape.Round, new BokehParameters(), new Told(told.Add), Token));
        Assert.Empty(told);
    }

    [Fact]
    public void It_ends_when_cancelled_and_refuses_pictures_of_other_sizes()
    {
        using TestBokehNetwork file = new(0.9f, (_, _) => 0);
        using BokehNetwork network = file.Open();
        using LinearImage picture = Picture(3), small = new(16, 16);
        using Plane<float> radius = Radius(Near);
        using CancellationTokenSource cancel = new();
        BokehRefiner refiner = new(network);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            refiner.Refine(picture, picture, radius, LensShape.Round, new BokehParameters { Steps = 4 }, new Told(_ => cancel.Cancel()), cancel.Token));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => refiner.Refine(picture, small, radius, LensShape.Round, new BokehParameters(), null, Token));
        Assert.Contains("16 × 16", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_with_other_conditions_is_refused()
    {
        using TestBokehNetwork file = new(0, (_, _) => 0, conditions: 1);
        Assert.Contains("7 planes", Assert.Throws<ModelInvalidException>(file.Open).Message, StringComparison.Ordinal);
        Assert.Equal(file.Path, BokehModelLocator.Find(Path.GetDirectoryName(file.Path)));
        Assert.Null(BokehModelLocator.Find(Path.Combine(Path.GetDirectoryName(file.Path)!, "none")));
    }

    private static bool Close((double A, double B) x, (double A, double B) y) => Math.Abs(x.A - y.A) < 1e-4 && Math.Abs(x.B - y.B) < 1e-4;

    private static bool Same(LinearImage a, LinearImage b) => Enumerable.Range(0, a.Height).All(y => a.Row(y).SequenceEqual(b.Row(y)));

    private static LinearImage Filled(float light)
    {
        LinearImage picture = new(Width, Height);
        for (int y = 0; y < Height; y++)
            picture.Row(y).Fill(new Vector4(light, light, light, 1));
        return picture;
    }

    private static LinearImage Picture(int salt)
    {
        LinearImage picture = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                picture[x, y] = new Vector4(((x * salt) + y) % 32 / 32f, ((x * 7) + (y * salt)) % 64 / 64f, ((x * 5) + (y * 3)) % 16 / 16f, 1);
        }

        return picture;
    }

    // Near from a column on, sharp before it.
    private static Plane<float> Radius(float near)
    {
        Plane<float> radius = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            radius.Row(y).Clear();
            radius.Row(y)[Edge..].Fill(near);
        }

        return radius;
    }

    private sealed class Told(Action<double> note) : IProgress<double>
    {
        public void Report(double value) => note(value);
    }
}
