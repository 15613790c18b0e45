using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>What is known at the network's size: disparity, the picture's mean colour at each sample, and how far each sample is to be trusted.</summary>
internal sealed class CoarseScene : IDisposable
{
    private readonly float _span;

    private CoarseScene(int width, int height, float span)
    {
        _span = span;
        Disparity = new Plane<float>(width, height);
        Trust = new Plane<float>(width, height);
        Colour = new Plane<Vector4>(width, height);
    }

    public int Width => Disparity.Width;

    public int Height => Disparity.Height;

    public Plane<float> Disparity { get; }

    public Plane<float> Trust { get; }

    /// <summary><see cref="GuideColour"/> of each sample's area; the last component is its mean mask times <see cref="UpsamplingParameters.MaskColour"/>.</summary>
    public Plane<Vector4> Colour { get; }

    public static CoarseScene Make(Plane<float> disparity, LinearImage picture, Plane<float>? mask, int threads, CancellationToken cancellationToken)
    {
        using LinearImage small = Resampler.Resize(picture, disparity.Width, disparity.Height, ResampleFilter.Area, threads, cancellationToken);
        var scene = new CoarseScene(disparity.Width, disparity.Height, SpanOf(disparity));
        scene.Disparity.CopyFrom(disparity);
        for (int y = 0; y < scene.Height; y++)
        {
            Span<Vector4> source = small.Row(y), target = scene.Colour.Row(y);
            for (int x = 0; x < source.Length; x++)
                target[x] = GuideColour.Of(source[x]) with { W = mask is null ? 0 : mask[x, y] * UpsamplingParameters.MaskColour };
        }

        scene.Weigh();
        return scene;
    }

    /// <summary>Factor for squared differences of disparity in a weight whose standard deviation is a share of the span; 0 when nothing differs.</summary>
    /// <param name="sigma">Standard deviation as a share of the span between the disparity's percentiles.</param>
    public float SquaredScale(float sigma) => _span > 0 ? Falloff.Scale(sigma * _span) : 0;

    public void Dispose()
    {
        Disparity.Dispose();
        Trust.Dispose();
        Colour.Dispose();
    }

    /// <summary>
    /// Sets <see cref="Trust"/>: a sample strictly between the extremes of its 3 × 3 neighbourhood lies on a ramp between two surfaces. Ramps come from pixels
    /// that saw both surfaces, and from the network's blur; nothing lies at such a depth.
    /// </summary>
    private void Weigh()
    {
        float scale = SquaredScale(UpsamplingParameters.RampSigma);
        for (int y = 0; y < Height; y++)
        {
            Span<float> row = Disparity.Row(y), above = Disparity.Row(Math.Max(y - 1, 0)), below = Disparity.Row(Math.Min(y + 1, Height - 1));
            Span<float> trust = Trust.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                float low = row[x], high = row[x];
                for (int i = Math.Max(x - 1, 0); i <= Math.Min(x + 1, row.Length - 1); i++)
                {
                    low = Math.Min(low, Math.Min(row[i], Math.Min(above[i], below[i])));
                    high = Math.Max(high, Math.Max(row[i], Math.Max(above[i], below[i])));
                }

                float inside = Math.Min(high - row[x], row[x] - low);
                trust[x] = Falloff.Of(inside * inside * scale) + UpsamplingParameters.TrustFloor;
            }
        }
    }

    private static float SpanOf(Plane<float> disparity)
    {
        float[] sorted = NetworkDepth.Sorted(disparity);
        return NetworkDepth.Percentile(sorted, UpsamplingParameters.SpanHigh) - NetworkDepth.Percentile(sorted, UpsamplingParameters.SpanLow);
    }
}
