using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion.Tests;

/// <summary>What the shipped network makes of a scene whose lens is known: something sharp before a pattern that is out of focus.</summary>
public sealed class ShippedBokehTests : IDisposable
{
    private const int Width = 520, Height = 300, Points = 300;
    private const float Radius = 8;
    private static readonly Vector2 Middle = new(382, 150);

    private readonly LinearImage _sharp = new(Width, Height), _true = new(Width, Height), _drawn = new(Width, Height);
    private readonly Plane<float> _radius = new(Width, Height);

    public ShippedBokehTests()
    {
        Vector2[] lens = [.. Enumerable.Range(0, Points).Select(Point)];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                float coverage = Coverage(x, y);
                Vector3 far = Vector3.Zero;
                foreach (Vector2 point in lens)
                    far += Far(x + (Radius * point.X), y + (Radius * point.Y));
                _sharp[x, y] = Opaque(Vector3.Lerp(Far(x, y), Near(x, y), coverage));
                _true[x, y] = Opaque(Vector3.Lerp(far / Points, Near(x, y), coverage));
                _radius[x, y] = coverage > 0.5f ? 0 : -Radius;
            }
        }

        KernelTable kernels = KernelTable.Create(Aperture.Create(new ApertureSettings(), null), Radius, 1, Token);
        using BokehScene scene = new(_sharp, _radius, kernels, HighlightRecovery.None, 1, Token);
        new CpuBokehRenderer().Render(scene, BokehQuality.Final, new PixelRegion(0, 0, Width, Height), _drawn, 1, null, Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sharp.Dispose();
        _true.Dispose();
        _drawn.Dispose();
        _radius.Dispose();
    }

    [Fact]
    public void It_comes_nearer_to_the_lens_than_the_renderer()
    {
        using LinearImage refined = Refine(2);
        double before = Psnr(_drawn), after = Psnr(refined);
        Assert.True(after > before + 0.1, $"From {before} to {after} dB.");
    }

    [Fact]
    public void Threads_and_tiles_change_nothing_that_can_be_seen()
    {
        using LinearImage two = Refine(2), one = Refine(1);

        // Without tiles: the network sees the whole picture.
        PictureTile whole = Assert.Single(new TileGrid(Core: 1024, Margin: 0, Multiple: 16).Tiles(Width, Height));
        using BokehNetwork network = Open(2);
        float[] given = EncodedTile.Encode(_drawn, whole);
        float[] conditions = BokehRefiner.Conditions(_sharp, _radius, LensShape.Round, whole);
        float[] guess = network.Guess(given, given, conditions, 1, whole.Columns, whole.Rows, Token);
        using Plane<float> band = EdgeBand.Find(_radius, Token);
        int area = whole.Columns * whole.Rows;
        ReadOnlySpan<float> radius = conditions.AsSpan(EncodedTile.Channels * area, area);
        ChangeSmoothing.Apply(given, guess, BokehRefiner.InTile(band, whole), radius, whole.Columns, whole.Rows, 1, Token);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Assert.Equal(Encoded(two[x, y]), Encoded(one[x, y]), 1e-3);
                if (band[x, y] == 1 && _drawn[x, y] != _sharp[x, y])
                    Assert.Equal(Math.Clamp(guess[(y * whole.Columns) + x], 0, 1), Encoded(two[x, y]), 1e-3);
            }
        }
    }

    private static BokehNetwork Open(int threads) =>
        BokehNetwork.Open(
            BokehModelLocator.Find(DepthModelLocator.DefaultFolder)!, new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = threads }), Token);

    private LinearImage Refine(int threads)
    {
        using BokehNetwork network = Open(threads);
        return new BokehRefiner(network).Refine(_drawn, _sharp, _radius, LensShape.Round, new BokehParameters { Threads = threads }, null, Token)!;
    }

    // Where the blur of the outline reaches.
    private double Psnr(LinearImage picture)
    {
        using Plane<float> band = EdgeBand.Find(_radius, Token);
        using Plane<byte> where = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                where[x, y] = (byte)(band[x, y] > 0 ? 1 : 0);
        }

        using EncodedPicture truth = new(_true, 1, Token), encoded = new(picture, 1, Token);
        return SignalToNoise.Of(truth, encoded, where);
    }

    private static double Encoded(Vector4 pixel) => SrgbTransfer.FromLinear(Math.Clamp(pixel.X, 0, 1));

    private static Vector4 Opaque(Vector3 light) => new(light, 1);

    // A disc whose outline is mixed within a pixel, as a camera does.
    private static float Coverage(float x, float y) => Math.Clamp(90.5f - Vector2.Distance(new Vector2(x, y), Middle), 0, 1);

    private static Vector3 Near(float x, float y) => new(0.55f + (0.1f * MathF.Sin(x / 9)), 0.12f + (0.05f * MathF.Sin(y / 7)), 0.1f);

    private static Vector3 Far(float x, float y) =>
        new(0.08f + (0.06f * MathF.Sin((x + y) / 11)), 0.2f + (0.15f * MathF.Sin(x / 13) * MathF.Cos(y / 17)), 0.35f + (0.2f * MathF.Cos(y / 12)));

    // Evenly over the round opening (Vogel).
    private static Vector2 Point(int index)
    {
        (float sin, float cos) = MathF.SinCos(index * MathF.PI * (3 - MathF.Sqrt(5)));
        return MathF.Sqrt((index + 0.5f) / Points) * new Vector2(cos, sin);
    }
}
