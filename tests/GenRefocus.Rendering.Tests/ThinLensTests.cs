using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

/// <summary>The renderer against a thin-lens ray tracer of three flat layers: what real light would have done, hidden surfaces included.</summary>
public sealed class ThinLensTests
{
    private const int Width = 200, Height = 150, Samples = 600;
    private const float Far = -8, Near = 9;

    [Fact]
    public void Three_layers_match_ray_tracing()
    {
        using LinearImage sharp = new(Width, Height), truth = new(Width, Height);
        using Plane<float> radii = new(Width, Height);
        Vector2[] lens = [.. Enumerable.Range(1, 4 * Samples).Select(i => new Vector2(Halton(i, 2), Halton(i, 3)) * 2 - Vector2.One).Where(p => p.Length() <= 1).Take(Samples)];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Vector2 p = new(x, y);
                sharp[x, y] = new Vector4(Trace(p, Vector2.Zero), 1);
                radii[x, y] = Bar(p) > 0.5f ? Near : Subject(p) > 0.5f ? 0 : Far;
                Vector3 sum = default;
                foreach (Vector2 l in lens)
                    sum += Trace(p, l);
                truth[x, y] = new Vector4(sum / lens.Length, 1);
            }
        }

        using LinearImage final = TestScenes.Render(sharp, radii), preview = TestScenes.Render(sharp, radii, null, BokehQuality.Preview);
        // Measured: 18.8, 35.3 and 35.8 dB; half of this small picture lies at an edge.
        Assert.InRange(TestScenes.Psnr(truth, sharp), 10, 20);
        Assert.InRange(TestScenes.Psnr(truth, final), 35, 99);
        Assert.InRange(TestScenes.Psnr(truth, preview), 34, 99);
    }

    /// <summary>A ray through a lens point meets each layer shifted by its radius: nearest first, until something is opaque.</summary>
    private static Vector3 Trace(Vector2 pixel, Vector2 lens)
    {
        Vector3 colour = Background(pixel + (lens * Far));
        float subject = Subject(pixel), bar = Bar(pixel + (lens * Near));
        colour = Vector3.Lerp(colour, new Vector3(0.7f, 0.35f, 0.2f) * (0.8f + (0.2f * MathF.Sin(pixel.X * 0.9f))), subject);
        return Vector3.Lerp(colour, new Vector3(0.1f, 0.4f, 0.15f), bar);
    }

    private static Vector3 Background(Vector2 p) =>
        new Vector3(0.45f, 0.5f, 0.6f) + (new Vector3(0.3f, 0.25f, 0.2f) * MathF.Sin(p.X * 0.35f) * MathF.Cos(p.Y * 0.28f));

    private static float Subject(Vector2 p) => Math.Clamp(32.5f - Vector2.Distance(p, new Vector2(90, 80)), 0, 1);

    private static float Bar(Vector2 p) => Math.Clamp(6.5f - MathF.Abs(p.X + (0.3f * p.Y) - 150), 0, 1);

    private static float Halton(int index, int radix)
    {
        (float result, float share) = (0, 1);
        for (; index > 0; index /= radix)
            result += (share /= radix) * (index % radix);
        return result;
    }
}
