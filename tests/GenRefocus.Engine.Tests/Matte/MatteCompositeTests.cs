using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Vision;
using GenRefocus.Vision.Tests;

namespace GenRefocus.Engine.Tests;

/// <summary>What the matte is worth on cut-outs with true alpha before photos. Prints the figures of docs/rendering.md.</summary>
public sealed class MatteCompositeTests
{
    private const int Composites = 24, LeastSide = 190, Threads = 2, MaskWidth = 384, MaskHeight = 288;
    private const float LeastAlpha = 0.02f, MostAlpha = 0.98f;

    private static readonly CircleOfConfusion Circle = new() { K = 24, FocusDisparity = MatteComposite.FrontDisparity, Range = 0.02 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_brings_soft_outlines_closer_to_what_the_lens_gives()
    {
        string[] photos = [.. Photos()], cutouts = [.. Cutouts()];
        using SubjectEstimator network = SubjectEstimator.Open(
            SubjectModelLocator.Find()!, new InferenceSessionFactory(new InferenceOptions { Threads = Threads, Provider = ExecutionProvider.Cpu }), Token);
        (double trueBefore, double trueAfter, double ownBefore, double ownAfter) = (0, 0, 0, 0);
        for (int i = 0; i < Composites; i++)
        {
            
            // The constants were chosen on 24 others: cutouts[i * cutouts.Length / Composites] before photos[i * 7 % photos.Length].
            string cutout = cutouts[((2 * i) + 1) * cutouts.Length / (2 * Composites)];
            using MatteComposite composite = new(cutout, photos[((i * 7) + 3) % photos.Length]);
            using LinearImage truth = composite.Truth(Circle);
            using Plane<float> trueMask = composite.TrueMask(MaskWidth, MaskHeight);
            using Plane<float> small = network.Estimate(composite.Picture, Threads, Token);
            using Plane<float> ownMask = MaskUpsampler.Upsample(small, composite.Picture, Threads, Token);
            (double before, double after) = Errors(composite, trueMask, truth);
            (double before2, double after2) = Errors(composite, ownMask, truth);
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
                $"{Path.GetFileNameWithoutExtension(cutout),-45} true mask {before:f2} -> {after:f2}, network's {before2:f2} -> {after2:f2}"));
            (trueBefore, trueAfter, ownBefore, ownAfter) = (trueBefore + before, trueAfter + after, ownBefore + before2, ownAfter + after2);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"mean: true mask {trueBefore / Composites:f2} -> {trueAfter / Composites:f2}, network's {ownBefore / Composites:f2} -> {ownAfter / Composites:f2}"));
        Assert.True(trueAfter < 0.95 * trueBefore);
        Assert.True(ownAfter <= ownBefore);
    }

    private static IEnumerable<string> Cutouts()
    {
        foreach (string path in Directory.GetFiles(SharedData.Find("data/cutouts"), "animals_*.png").Order(StringComparer.Ordinal))
        {
            using Photo photo = PhotoReader.Read(path, null, Token);
            if (Math.Max(photo.Width, photo.Height) >= LeastSide)
                yield return path;
        }
    }

    private static IEnumerable<string> Photos() =>
        new[] { "budgie", "codrops", "elementary", "kodak", "lomiri" }
            .SelectMany(folder => Directory.GetFiles(SharedData.Find("data/photos/" + folder)))
            .Where(path => PhotoWriter.FormatOf(path) is not null)
            .Order(StringComparer.Ordinal);

    /// <summary>Mean absolute error of 255 where the true alpha is fractional, without and with the matte.</summary>
    private static (double Before, double After) Errors(MatteComposite composite, Plane<float> mask, LinearImage truth)
    {
        using Plane<float> depth = composite.Depth(mask);
        using DefocusMap map = DefocusMap.Compute(depth, Circle, Threads, Token);
        KernelTable kernels = KernelTable.Create(Aperture.Disc(), map.LargestRadius + 1, Threads, Token);
        using SubjectMatte? matte = MatteEstimator.Estimate(composite.Picture, mask, depth, 1, Threads, Token);
        using LensMatte? lens = matte?.Through(Circle, map.LargestRadius, Threads, Token);
        using BokehScene plain = new(composite.Picture, map.SignedRadius, kernels, HighlightRecovery.None, Threads, Token);
        using BokehScene apart = new(composite.Picture, map.SignedRadius, kernels, HighlightRecovery.None, Threads, Token) { Matte = lens };
        return (Error(plain, composite, truth), Error(apart, composite, truth));
    }

    private static double Error(BokehScene scene, MatteComposite composite, LinearImage truth)
    {
        using LinearImage result = new(truth.Width, truth.Height);
        new CpuBokehRenderer().Render(scene, BokehQuality.Final, new PixelRegion(0, 0, truth.Width, truth.Height), result, Threads, null, Token);
        using EncodedPicture got = new(result, Threads, Token), wanted = new(truth, Threads, Token);
        double sum = 0;
        long count = 0;
        for (int y = 0; y < truth.Height; y++)
        {
            for (int x = 0; x < truth.Width; x++)
            {
                if (composite.Alpha[x, y] is not (> LeastAlpha and < MostAlpha))
                    continue;
                sum += Math.Abs(got.Red[x, y] - wanted.Red[x, y]) + Math.Abs(got.Green[x, y] - wanted.Green[x, y]) + Math.Abs(got.Blue[x, y] - wanted.Blue[x, y]);
                count++;
            }
        }

        return sum / (3 * Math.Max(count, 1)) * 255;
    }
}
