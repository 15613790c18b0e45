using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Inference.Tests;

namespace GenRefocus.Diffusion.Tests;

public sealed class DeblurrerTests
{
    private const float Sharp = 0.03f, Soft = 0.6f;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_sharp_keeps_every_bit_and_what_is_soft_becomes_what_the_network_says()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(700, 450);
        DeblurResult result = new Deblurrer(networks.Blur, networks.Bridge).Restore(picture, new DeblurParameters { Always = true }, null, Token);
        using LinearImage restored = result.Picture!;
        Assert.InRange(result.SoftShare, 0.45, 0.55);
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                // State and picture are the same at the first step, so that the guess is a half.
                if (x < 340)
                    Assert.Equal(picture[x, y], restored[x, y]);
                else if (x >= 360)
                    Assert.Equal(SrgbTransfer.ToLinear(0.5), restored[x, y].Y, 1e-4);
                Assert.Equal(1, restored[x, y].W);
            }
        }
    }

    [Fact]
    public void A_large_picture_is_restored_from_a_smaller_copy_and_keeps_what_is_sharp()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(2400, 1600, soft: 1200);
        DeblurResult result = new Deblurrer(networks.Blur, networks.Bridge).Restore(picture, new DeblurParameters { Always = true }, null, Token);
        using LinearImage restored = result.Picture!;
        Assert.InRange(result.SoftShare, 0.45, 0.55);
        double grey = SrgbTransfer.ToLinear(0.5), before = SrgbTransfer.ToLinear(Soft);
        for (int y = 0; y < picture.Height; y += 3)
        {
            Assert.True(picture.Row(y)[..1180].SequenceEqual(restored.Row(y)[..1180]), $"Row {y} changed where it is sharp.");
            Assert.Equal(grey, restored[2000, y].X, 1e-3);
            Assert.Equal(1, restored[2000, y].W);
        }

        Assert.NotEqual(before, grey, 0.05);
    }

    [Fact]
    public void Tiles_leave_no_seam()
    {
        // A mean over 31 × 31 pixels reaches far beyond a core.
        using TestNetworks networks = new(graph => graph
            .Node("AveragePool", ["rgb"], "mean", ("kernel_shape", new[] { 31L, 31L }), ("pads", new[] { 15L, 15L, 15L, 15L }))
            .Node("Mul", ["state", "zero"], "no-state").Node("Add", ["mean", "no-state"], "guess"));
        using LinearImage picture = Picture(980, 950, soft: 0);
        DeblurResult result = new Deblurrer(networks.Blur, networks.Bridge).Restore(picture, new DeblurParameters { Always = true }, null, Token);
        using LinearImage restored = result.Picture!;
        for (int y = 875; y < 920; y++)
        {
            for (int x = 875; x < 920; x++)
            {
                double sum = 0;
                for (int dy = -15; dy <= 15; dy++)
                {
                    for (int dx = -15; dx <= 15; dx++)
                        sum += SrgbTransfer.FromLinear(picture[x + dx, y + dy].Z);
                }

                Assert.Equal(sum / 961, SrgbTransfer.FromLinear(restored[x, y].Z), 1e-3);
            }
        }
    }

    [Fact]
    public void More_steps_draw_by_the_seed_alone()
    {
        using TestNetworks networks = new(TestNetworks.Half, noise: "0.5");
        using LinearImage picture = Picture(96, 80, soft: 0);
        Deblurrer deblurrer = new(networks.Blur, networks.Bridge);
        LinearImage Restored(int steps, long seed) => deblurrer.Restore(picture, new DeblurParameters { Steps = steps, Seed = seed, Always = true }, null, Token).Picture!;
        using LinearImage one = Restored(1, 1), other = Restored(1, 2), three = Restored(3, 1), again = Restored(3, 1), seeded = Restored(3, 2);
        Assert.True(Same(one, other), "One step has no noise.");
        Assert.True(Same(three, again), "The same seed gives the same picture.");
        Assert.False(Same(three, seeded));
        Assert.False(Same(one, three));
    }

    [Fact]
    public void A_sharp_picture_is_not_worked_on_unless_asked()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(96, 80, soft: 96);
        Deblurrer deblurrer = new(networks.Blur, networks.Bridge);
        Assert.Equal((null, 0.0), deblurrer.Restore(picture, new DeblurParameters(), null, Token) is var found ? (found.Picture, found.SoftShare) : default);
        using LinearImage asked = deblurrer.Restore(picture, new DeblurParameters { Always = true }, null, Token).Picture!;
        Assert.True(Same(picture, asked));
    }

    [Fact]
    public void What_no_lens_can_have_blurred_to_what_is_there_is_left_out_unless_asked()
    {
        // Grey is no sharp picture of what has detail.
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(96, 80, soft: 0);
        using LinearImage restored = new Deblurrer(networks.Blur, networks.Bridge).Restore(picture, new DeblurParameters(), null, Token).Picture!;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
                Assert.Equal(SrgbTransfer.FromLinear(picture[x, y].Y), SrgbTransfer.FromLinear(restored[x, y].Y), 1e-3);
        }
    }

    [Fact]
    public void Transparency_and_light_beyond_white_stay()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(64, 64, soft: 0);
        picture[10, 10] = Vector4.Zero;
        picture[20, 20] = new Vector4(3, 3, 3, 1);
        picture[30, 30] = new Vector4(Soft / 4, 0.1f, 0.1f, 0.25f);
        using LinearImage restored = new Deblurrer(networks.Blur, networks.Bridge).Restore(picture, new DeblurParameters { Always = true }, null, Token).Picture!;
        Assert.Equal(Vector4.Zero, restored[10, 10]);
        Assert.Equal(3 - 1 + SrgbTransfer.ToLinear(0.5), restored[20, 20].X, 1e-3);
        Assert.Equal(0.25f, restored[30, 30].W);
        Assert.Equal(0.25 * SrgbTransfer.ToLinear(0.5), restored[30, 30].Y, 1e-4);
    }

    [Fact]
    public void It_ends_when_cancelled_and_tells_how_far_it_is()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        using LinearImage picture = Picture(900, 64, soft: 0);
        using CancellationTokenSource cancel = new();
        List<double> told = [];
        Assert.ThrowsAny<OperationCanceledException>(() => new Deblurrer(networks.Blur, networks.Bridge).Restore(
            picture,
            new DeblurParameters { Steps = 4 },
            new Told(share =>
            {
                told.Add(share);
                if (share > 0.3)
                    cancel.Cancel();
            }),
            cancel.Token));
        Assert.Equal(told.Order(), told);
        Assert.InRange(told[^1], 0.3, 0.5);
    }

    [Fact]
    public void Networks_of_another_kind_are_refused()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        InferenceSessionFactory sessions = new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        Assert.Contains("not a blur model", Assert.Throws<ModelInvalidException>(() => BlurEstimator.Open(networks.PathOf(DeblurModelLocator.Bridge), sessions, Token)).Message, StringComparison.Ordinal);
        Assert.Contains("not a deblurring model", Assert.Throws<ModelInvalidException>(() => DeblurNetwork.Open(networks.PathOf(DeblurModelLocator.Blur), sessions, Token)).Message, StringComparison.Ordinal);
        string card = Path.ChangeExtension(networks.PathOf(DeblurModelLocator.Bridge), ".card.json");
        File.WriteAllText(card, File.ReadAllText(card).Replace("\"state\": \"state\"", "\"state\": \"x\"", StringComparison.Ordinal));
        Assert.Contains("'x'", Assert.Throws<ModelInvalidException>(() => DeblurNetwork.Open(networks.PathOf(DeblurModelLocator.Bridge), sessions, Token)).Message, StringComparison.Ordinal);
    }

    // Left of a column the red is so dark that it counts as sharp.
    private static LinearImage Picture(int width, int height, int soft = 350)
    {
        LinearImage picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float red = (float)SrgbTransfer.ToLinear(x < soft ? Sharp : Soft);
                picture[x, y] = new Vector4(red, ((x * 7) + (y * 13)) % 64 / 64f, ((x * 5) + (y * 3)) % 32 / 32f, 1);
            }
        }

        return picture;
    }

    private static bool Same(LinearImage a, LinearImage b) => Enumerable.Range(0, a.Height).All(y => a.Row(y).SequenceEqual(b.Row(y)));

    private sealed class Told(Action<double> note) : IProgress<double>
    {
        public void Report(double value) => note(value);
    }
}
