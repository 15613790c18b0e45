using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Vision;

namespace GenRefocus.Engine.Tests;

/// <summary>A cut-out in focus before a photo that a lens blurs: the picture, its depth as a network would see it, and what the lens gives.</summary>
internal sealed class MatteComposite : IDisposable
{
    public const float FrontDisparity = 0.7f, BackDisparity = 0.2f;

    private const int Width = 960, Height = 720, DepthWidth = 256, DepthHeight = 192, Threads = 2;
    private const float TallestShare = 0.72f, MostEnlarged = 2;

    private readonly LinearImage _background;

    public MatteComposite(string cutout, string background)
    {
        _background = Background(background);
        Subject = Placed(cutout);
        Picture = Over(Subject, _background);
        Alpha = new Plane<float>(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                Alpha[x, y] = Subject[x, y].W;
        }
    }

    /// <summary>The cut-out alone, premultiplied.</summary>
    public LinearImage Subject { get; }

    public LinearImage Picture { get; }

    public Plane<float> Alpha { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _background.Dispose();
        Subject.Dispose();
        Picture.Dispose();
        Alpha.Dispose();
    }

    /// <summary>What the lens gives: each surface blurred by itself.</summary>
    public LinearImage Truth(CircleOfConfusion circle)
    {
        using LinearImage behind = Blurred(_background, BackDisparity, circle), before = Blurred(Subject, FrontDisparity, circle);
        return Over(before, behind);
    }

    /// <summary>The disparity that a network would give, brought to the picture's size.</summary>
    public Plane<float> Depth(Plane<float> mask)
    {
        using Plane<float> hard = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                hard[x, y] = Alpha[x, y] > 0.5f ? FrontDisparity : BackDisparity;
        }

        using Plane<float> small = Resampler.Resize(hard, DepthWidth, DepthHeight, ResampleFilter.Area, Threads, Token);
        Soften(small);
        using Plane<float> full = DepthUpsampler.Upsample(small, Picture, mask, Threads, Token);
        return DepthEdgeRepair.Apply(full, 1, Threads, Token);
    }

    /// <summary>The true alpha as a perfect network of a size would give it, brought to the picture's size.</summary>
    public Plane<float> TrueMask(int width, int height)
    {
        using Plane<float> small = Resampler.Resize(Alpha, width, height, ResampleFilter.Area, Threads, Token);
        return MaskUpsampler.Upsample(small, Picture, Threads, Token);
    }

    // Twice 1 2 1: about the softness of the shipped network's edges.
    private static void Soften(Plane<float> plane)
    {
        using Plane<float> copy = new(plane.Width, plane.Height);
        for (int pass = 0; pass < 2; pass++)
        {
            copy.CopyFrom(plane);
            for (int y = 0; y < plane.Height; y++)
            {
                for (int x = 0; x < plane.Width; x++)
                {
                    float sum = 0;
                    for (int j = -1; j <= 1; j++)
                    {
                        for (int i = -1; i <= 1; i++)
                            sum += (2 - Math.Abs(i)) * (2 - Math.Abs(j)) * copy[Math.Clamp(x + i, 0, plane.Width - 1), Math.Clamp(y + j, 0, plane.Height - 1)];
                    }

                    plane[x, y] = sum / 16;
                }
            }
        }
    }

    private static LinearImage Blurred(LinearImage picture, float disparity, CircleOfConfusion circle)
    {
        using Plane<float> plane = new(Width, Height);
        plane.Fill(disparity);
        using DefocusMap map = DefocusMap.Compute(plane, circle, Threads, Token);
        KernelTable kernels = KernelTable.Create(Aperture.Disc(), map.LargestRadius + 1, Threads, Token);
        using BokehScene scene = new(picture, map.SignedRadius, kernels, HighlightRecovery.None, Threads, Token);
        LinearImage result = new(Width, Height);
        new CpuBokehRenderer().Render(scene, BokehQuality.Final, new PixelRegion(0, 0, Width, Height), result, Threads, null, Token);
        return result;
    }

    private static LinearImage Over(LinearImage before, LinearImage behind)
    {
        LinearImage result = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                result[x, y] = (before[x, y] + ((1 - before[x, y].W) * behind[x, y])) with { W = 1 };
        }

        return result;
    }

    private static LinearImage Background(string path)
    {
        using Photo photo = PhotoReader.Read(path, null, Token);
        using LinearImage whole = photo.ToLinear(Threads, Token);
        int width = Math.Min(whole.Width, whole.Height * Width / Height), height = Math.Min(whole.Height, whole.Width * Height / Width);
        using LinearImage cropped = new(width, height);
        for (int y = 0; y < height; y++)
            whole.Row(((whole.Height - height) / 2) + y).Slice((whole.Width - width) / 2, width).CopyTo(cropped.Row(y));
        return Resampler.Resize(cropped, Width, Height, ResampleFilter.Area, Threads, Token);
    }

    private static LinearImage Placed(string path)
    {
        using Photo photo = PhotoReader.Read(path, null, Token);
        using LinearImage own = photo.ToLinear(Threads, Token);
        float scale = Math.Min(Math.Min(TallestShare * Height / own.Height, 0.8f * Width / own.Width), MostEnlarged);
        using LinearImage sized = Resampler.Resize(own, (int)(own.Width * scale), (int)(own.Height * scale), ResampleFilter.Bicubic, Threads, Token);
        LinearImage result = new(Width, Height);
        result.Fill(Vector4.Zero);
        int left = (Width - sized.Width) / 2, top = (Height - sized.Height) * 2 / 3;
        for (int y = 0; y < sized.Height; y++)
        {
            for (int x = 0; x < sized.Width; x++)
            {
                Vector4 v = Vector4.Clamp(sized[x, y], Vector4.Zero, Vector4.One);
                result[left + x, top + y] = Vector4.Min(v, new Vector4(v.W));
            }
        }

        return result;
    }
}
