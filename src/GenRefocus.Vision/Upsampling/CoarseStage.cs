using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Moves the ramps of a network's output to the picture's edges, at the network's size: each sample becomes the mean of the samples around it, weighted by
/// distance, colour and trust, and then once more by how near their disparity is to that first mean, so that it settles on one of two surfaces.
/// </summary>
internal static class CoarseStage
{
    private const int Radius = UpsamplingParameters.CoarseRadius;

    private const int Taps = ((2 * Radius) + 1) * ((2 * Radius) + 1);

    /// <summary>Replaces the scene's disparity and trust.</summary>
    public static void Refine(CoarseScene scene, int threads, CancellationToken cancellationToken)
    {
        using var refined = new Plane<float>(scene.Width, scene.Height);
        RowParallel.For(scene.Height, threads, (first, end) =>
        {
            Span<float> weights = stackalloc float[Taps];
            Span<float> offsets = stackalloc float[Taps];
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < scene.Width; x++)
                    refined[x, y] = Sample(scene, x, y, weights, offsets);
            }
        }, cancellationToken);
        scene.Disparity.CopyFrom(refined);
        scene.Weigh();
    }

    private static float Sample(CoarseScene scene, int x, int y, Span<float> weights, Span<float> offsets)
    {
        float colourScale = Falloff.Scale(UpsamplingParameters.ColourSigma), distanceScale = Falloff.Scale(UpsamplingParameters.CoarseSigma);
        Vector4 colour = scene.Colour.Row(y)[x];

        // Differences from the sample itself: where all are equal, the sum is exactly 0 and the sample keeps its value.
        float own = scene.Disparity.Row(y)[x];
        int tap = 0;
        for (int j = -Radius; j <= Radius; j++)
        {
            int row = Math.Clamp(y + j, 0, scene.Height - 1);
            ReadOnlySpan<Vector4> colours = scene.Colour.Row(row);
            ReadOnlySpan<float> disparities = scene.Disparity.Row(row), trust = scene.Trust.Row(row);
            for (int i = -Radius; i <= Radius; i++, tap++)
            {
                int column = Math.Clamp(x + i, 0, scene.Width - 1);
                float likeness = Falloff.Of(Vector4.DistanceSquared(colour, colours[column]) * colourScale) + UpsamplingParameters.ColourFloor;
                weights[tap] = Falloff.Of(((i * i) + (j * j)) * distanceScale) * trust[column] * likeness;
                offsets[tap] = disparities[column] - own;
            }
        }

        float mean = Mean(weights, offsets);
        float disparityScale = scene.Span > 0 ? Falloff.Scale(UpsamplingParameters.CoarseDisparitySigma * scene.Span) : 0;
        for (int i = 0; i < weights.Length; i++)
            weights[i] *= Falloff.Of((offsets[i] - mean) * (offsets[i] - mean) * disparityScale) + UpsamplingParameters.ColourFloor;
        return own + Mean(weights, offsets);
    }

    private static float Mean(ReadOnlySpan<float> weights, ReadOnlySpan<float> values)
    {
        float sum = 0, weight = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
            weight += weights[i];
        }

        return sum / weight;
    }
}
