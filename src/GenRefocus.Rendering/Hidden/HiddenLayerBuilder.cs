using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Makes the hidden layers of a scene, near to far: behind the nearest things, behind the near field, behind everything in focus.
/// A lens sees round the edges of near things; what it sees there is guessed from the farther side.
/// </summary>
internal static unsafe class HiddenLayerBuilder
{
    /// <summary>Share of the largest signed radius above which a thing counts as one of the nearest.</summary>
    private const float NearestShare = 0.6f;

    /// <summary>The layer behind the nearest things is skipped when its limit is below this many pixels.</summary>
    private const float SmallestNearestLimit = 3f;

    /// <summary>Builds the layers; those that would hide nothing are left out.</summary>
    /// <param name="picture">Colours with weight 1 in the fourth lane.</param>
    /// <param name="highlights">Recovery to apply to the colours.</param>
    /// <param name="signedRadius">Signed radius in pixels of every pixel.</param>
    /// <param name="range">Extremes of the signed radius.</param>
    /// <param name="scale">Picture pixels to a layer pixel along each axis.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public static IReadOnlyList<HiddenLayer> Build(
        LinearImage picture, HighlightRecovery highlights, Plane<float> signedRadius, RadiusRange range, int scale, int threads, CancellationToken cancellationToken)
    {
        List<HiddenLayer> layers = [];
        foreach (float limit in Limits(range.Nearest))
        {
            if (range.Nearest <= limit || range.Farthest > limit)
                continue;
            int reach = (int)range.Largest;
            if (limit < 0)
                reach /= 2;
            layers.Add(BuildOne(picture, highlights, signedRadius, limit, (reach + scale + 1) / scale, scale, threads, cancellationToken));
        }

        return layers;
    }

    private static IEnumerable<float> Limits(float nearest)
    {
        if (NearestShare * nearest > SmallestNearestLimit)
            yield return NearestShare * nearest;
        yield return SliceParameters.FocusHalfWidth;
        yield return -SliceParameters.FocusHalfWidth;
    }

    private static HiddenLayer BuildOne(
        LinearImage picture, HighlightRecovery highlights, Plane<float> signedRadius, float limit, int dilation, int scale, int threads, CancellationToken cancellationToken)
    {
        int width = (picture.Width + scale - 1) / scale, height = (picture.Height + scale - 1) / scale;
        LinearImage colour = new(width, height);
        Plane<float> radius = new(width, height);
        Plane<byte> mask = new(width, height);
        RowParallel.For(height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                AverageRow(picture, highlights, signedRadius, limit, scale, y, colour.Row(y), radius.Row(y), mask.Row(y));
        }, cancellationToken);
        SquareDilation.Apply(mask, dilation, threads, cancellationToken);
        PushPull.Fill(colour, radius, threads, cancellationToken);
        return new HiddenLayer(limit, scale, colour, radius, mask);
    }

    /// <summary>Mean colour and radius of the qualifying pixels of each block; weight 0 where there is none.</summary>
    private static void AverageRow(
        LinearImage picture, HighlightRecovery highlights, Plane<float> signedRadius, float limit, int scale, int row, Span<Vector4> colour, Span<float> radius, Span<byte> mask)
    {
        int y0 = row * scale, y1 = Math.Min(y0 + scale, picture.Height);
        for (int x = 0; x < colour.Length; x++)
        {
            int x0 = x * scale, x1 = Math.Min(x0 + scale, picture.Width);
            Vector4 sum = default;
            float radii = 0;
            int count = 0;
            for (int y = y0; y < y1; y++)
            {
                Vector4* colours = picture.Pointer + ((long)y * picture.Stride);
                float* c = signedRadius.Pointer + ((long)y * signedRadius.Stride);
                for (int i = x0; i < x1; i++)
                {
                    if (c[i] > limit)
                        continue;
                    sum += highlights.IsNone ? colours[i] : highlights.Boost(colours[i]);
                    radii += c[i];
                    count++;
                }
            }

            float share = count == 0 ? 0 : 1f / count;
            colour[x] = sum * share;
            radius[x] = radii * share;
            mask[x] = (byte)Math.Min(count, 1);
        }
    }
}
