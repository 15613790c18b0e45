using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Rendering;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion.Tests;

/// <summary>What the shipped networks make of a sample that is out of focus.</summary>
public sealed class ShippedNetworksTests
{
    private const int Width = 1040, Height = 480, Radius = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Threads_and_tiles_change_nothing_that_can_be_seen()
    {
        using LinearImage sharp = Sample(), blurred = Blur(sharp);
        using LinearImage two = Restore(blurred, 2, always: true), one = Restore(blurred, 1, always: true);
        Assert.InRange(Largest(one, two), 0, 1e-3);

        // Without tiles: the network sees the whole picture, with the radii that the tiles saw.
        InferenceSessionFactory sessions = Sessions(2);
        string folder = DepthModelLocator.DefaultFolder;
        using BlurEstimator estimator = BlurEstimator.Open(DeblurModelLocator.BlurPath(folder), sessions, Token);
        using DeblurNetwork network = DeblurNetwork.Open(DeblurModelLocator.BridgePath(folder), sessions, Token);
        using BlurMap map = estimator.Estimate(blurred, null, Token);
        PictureTile whole = Assert.Single(new TileGrid(Core: 2048, Margin: 0, Multiple: 16).Tiles(Width, Height));
        float[] given = EncodedTile.Encode(blurred, whole), radius = new float[Width * Height];
        for (int y = 0; y < Height; y++)
            map.Sample(0, y, radius.AsSpan(y * Width, Width));
        float[] guess = network.Guess(given, given, radius, 1, Width, Height, Token);
        double worst = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            if (radius[i] >= DeblurParameters.SoftFrom)
                worst = Math.Max(worst, Math.Abs(Math.Clamp(guess[i], 0, 1) - SrgbTransfer.FromLinear(two[i % Width, i / Width].X)));
        }

        Assert.InRange(worst, 0, 1e-3);
    }

    [Fact]
    public void A_picture_out_of_focus_comes_nearer_to_the_sharp_one()
    {
        using LinearImage sharp = Sample(), blurred = Blur(sharp), restored = Restore(blurred, 2);
        double before = Psnr(sharp, blurred), after = Psnr(sharp, restored);
        Assert.True(after > before + 0.5, $"From {before} to {after} dB.");
    }

    private static InferenceSessionFactory Sessions(int threads) => new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = threads });

    private static LinearImage Restore(LinearImage picture, int threads, bool always = false)
    {
        using DeblurNetworks networks = DeblurNetworks.Open(DepthModelLocator.DefaultFolder, Sessions(threads), Token);
        return networks.Deblurrer.Restore(picture, new DeblurParameters { Threads = threads, Always = always }, null, Token).Picture!;
    }

    private static LinearImage Sample()
    {
        using Photo photo = PhotoReader.Read(SamplePath("chess.jpg"), new PhotoReadOptions());
        using LinearImage whole = photo.ToLinear(1, Token);
        LinearImage part = new(Width, Height);
        for (int y = 0; y < Height; y++)
            whole.Row(300 + y).Slice(200, Width).CopyTo(part.Row(y));
        return part;
    }

    private static LinearImage Blur(LinearImage sharp)
    {
        LinearImage blurred = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Vector4 sum = Vector4.Zero;
                for (int dy = -Radius; dy <= Radius; dy++)
                {
                    for (int dx = -Radius; dx <= Radius; dx++)
                    {
                        if ((dx * dx) + (dy * dy) <= Radius * Radius)
                            sum += sharp[Math.Clamp(x + dx, 0, Width - 1), Math.Clamp(y + dy, 0, Height - 1)];
                    }
                }

                blurred[x, y] = sum / sum.W;
            }
        }

        return blurred;
    }

    private static double Largest(LinearImage a, LinearImage b)
    {
        double worst = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                worst = Math.Max(worst, Math.Abs(SrgbTransfer.FromLinear(a[x, y].Y) - SrgbTransfer.FromLinear(b[x, y].Y)));
        }

        return worst;
    }

    // Without a margin in which the blur had nothing to see.
    private static double Psnr(LinearImage truth, LinearImage picture)
    {
        const int Margin = 16;
        using Plane<byte> where = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                where[x, y] = (byte)(x is >= Margin and < Width - Margin && y is >= Margin and < Height - Margin ? 1 : 0);
        }

        using EncodedPicture a = new(truth, 1, Token), b = new(picture, 1, Token);
        return SignalToNoise.Of(a, b, where);
    }

    private static string SamplePath(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GenRefocus.sln")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), "samples", name);
    }
}
