using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Makes the hidden layers of a scene, near to far: behind the nearest things, behind the near field, behind everything in focus.
/// A lens sees round the edges of near things; what it sees there is guessed from the farther side.
/// </summary>
internal static class HiddenLayerBuilder
{
    /// <summary>Share of the largest signed radius above which a thing counts as one of the nearest.</summary>
    private const float NearestShare = 0.6f;

    /// <summary>The layer behind the nearest things is skipped when its limit is below this many pixels.</summary>
    private const float SmallestNearestLimit = 3f;

    /// <summary>Builds the layers; those that would hide nothing are left out.</summary>
    /// <param name="picture">Colours with weight 1 in the fourth lane.</param>
    /// <param name="highlights">Recovery to apply to the colours.</param>
    /// <param name="signedRadius">Signed radius in pixels of every pixel.</param>
    /// <param name="matte">Pixels that are taken apart: what lies behind the subject stands for them; null for none.</param>
    /// <param name="range">Extremes of the signed radius.</param>
    /// <param name="scale">Picture pixels to a layer pixel along each axis.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public static IReadOnlyList<HiddenLayer> Build(
        LinearImage picture,
        HighlightRecovery highlights,
        Plane<float> signedRadius,
        LensMatte? matte,
        RadiusRange range,
        int scale,
        int threads,
        CancellationToken cancellationToken)
    {
        List<HiddenLayer> layers = [];
        foreach (float limit in Limits(range.Nearest))
        {
            if (range.Nearest <= limit || range.Farthest > limit)
                continue;
            int reach = (int)range.Largest;
            if (limit < 0)
                reach /= 2;
            HiddenCells cells = new(picture, highlights, signedRadius, matte, limit, scale);
            layers.Add(BuildOne(cells, picture.Width, picture.Height, (reach + scale + 1) / scale, threads, cancellationToken));
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

    private static HiddenLayer BuildOne(HiddenCells cells, int width, int height, int dilation, int threads, CancellationToken cancellationToken)
    {
        LinearImage colour = new((width + cells.Scale - 1) / cells.Scale, (height + cells.Scale - 1) / cells.Scale);
        Plane<float> radius = new(colour.Width, colour.Height);
        Plane<byte> mask = new(colour.Width, colour.Height);
        RowParallel.For(colour.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                cells.AverageRow(y, colour.Row(y), radius.Row(y), mask.Row(y));
        }, cancellationToken);
        SquareDilation.Apply(mask, dilation, threads, cancellationToken);
        PushPull.Fill(colour, radius, threads, cancellationToken);
        return new HiddenLayer(cells.Limit, cells.Scale, colour, radius, mask);
    }
}
