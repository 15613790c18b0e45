using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

/// <summary>A disc with a soft outline before a striped wall, all of it known.</summary>
internal sealed class MatteScene : IDisposable
{
    public const float FrontDisparity = 0.8f, BackDisparity = 0.2f;

    private const float Radius = 55, Softness = 3;

    public MatteScene(int width = 230, int height = 170)
    {
        (Picture, Wall) = (new LinearImage(width, height), new LinearImage(width, height));
        (Alpha, Disparity) = (new Plane<float>(width, height), new Plane<float>(width, height));
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float away = MathF.Sqrt(((x - (width / 2f)) * (x - (width / 2f))) + ((y - (height / 2f)) * (y - (height / 2f)))) - Radius;
                float alpha = Math.Clamp(0.5f - (away / Softness), 0, 1);
                Vector4 wall = (x / 3 % 2 == 0 ? new Vector4(0.1f, 0.2f, 0.5f, 1) : new Vector4(0.15f, 0.3f, 0.7f, 1)), disc = new(0.8f, 0.3f, 0.1f, 1);
                (Alpha[x, y], Wall[x, y], Picture[x, y]) = (alpha, wall, Vector4.Lerp(wall, disc, alpha));
                Disparity[x, y] = alpha > 0.3f ? FrontDisparity : BackDisparity;
            }
        }
    }

    public LinearImage Picture { get; }

    public LinearImage Wall { get; }

    public Plane<float> Alpha { get; }

    public Plane<float> Disparity { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static CircleOfConfusion Lens(float radius, float focus = FrontDisparity) => new() { K = radius / (FrontDisparity - BackDisparity), FocusDisparity = focus };

    public SubjectMatte? Matte(int threads = TestScenes.Threads) => MatteEstimator.Estimate(Picture, Alpha, Disparity, 1, threads, Token);

    public LinearImage Render(
        SubjectMatte? matte, CircleOfConfusion circle, PixelRegion? part = null, BokehQuality quality = BokehQuality.Final, int threads = TestScenes.Threads, LinearImage? picture = null)
    {
        PixelRegion region = part ?? new(0, 0, Picture.Width, Picture.Height);
        using DefocusMap map = DefocusMap.Compute(Disparity, circle, threads, Token);
        using LensMatte? lens = matte?.Through(circle, map.LargestRadius, threads, Token);
        KernelTable kernels = KernelTable.Create(Aperture.Polygon(5), map.LargestRadius + 1, threads, Token);
        using BokehScene scene = new(picture ?? Picture, map.SignedRadius, kernels, new HighlightRecovery(1, 0.85f), threads, Token) { Matte = lens };
        LinearImage result = new(region.Width, region.Height);
        new CpuBokehRenderer().Render(scene, quality, region, result, threads, null, Token);
        return result;
    }

    public void Dispose()
    {
        Picture.Dispose();
        Wall.Dispose();
        Alpha.Dispose();
        Disparity.Dispose();
    }
}
