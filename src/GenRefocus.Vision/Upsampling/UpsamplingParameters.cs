namespace GenRefocus.Vision;

/// <summary>
/// Constants of <see cref="DepthUpsampler"/>. Chosen by the error beside depth edges on rendered scenes with exact depth, reduced 4 and 8 times, sharp and
/// blurred, and on the shipped network's output.
/// </summary>
public static class UpsamplingParameters
{
    /// <summary>Coarse samples to each side of the nearest one that a pixel is made of: 5 × 5 in all.</summary>
    public const int Radius = 2;

    /// <summary>Standard deviation of the distance weight in coarse samples.</summary>
    public const float DistanceSigma = 0.8f;

    /// <summary>Standard deviation of the colour weight: distance of square-root-encoded RGB, each 0 … 1.</summary>
    public const float ColourSigma = 0.07f;

    /// <summary>What the whole way from outside the subject to inside counts as a difference of colour.</summary>
    public const float MaskColour = 0.2f;

    /// <summary>Coarse samples to each side of one that the subject's outline is sharpened over.</summary>
    public const int OutlineRadius = 9;

    /// <summary>Standard deviation there: of the distance in coarse samples, of the difference of mask, and of the range of mask around a sample that still counts as on one side.</summary>
    public const float OutlineSigma = 4.5f, OutlineMaskSigma = 0.25f, OutlineRangeSigma = 0.25f;

    /// <summary>Range of mask around a sample below which no outline passes, and what the nearness of one is multiplied by.</summary>
    public const float OutlineLeastRange = 0.1f, OutlineReach = 1.5f;

    /// <summary>Standard deviation of the second weighting: distance of a sample's disparity from the first mean, as a share of the span.</summary>
    public const float DisparitySigma = 0.1f;

    /// <summary>
    /// Share of its weight that a sample keeps however unlike its colour or disparity is, so that a pixel unlike all samples still gets their mean.
    /// </summary>
    public const float Floor = 1e-4f;

    /// <summary>
    /// How far, as a share of the span, a sample may lie inside its neighbours' range before it counts as a mixture of near and far and loses its say:
    /// standard deviation of its trust over the distance to the nearer end of the 3 × 3 range.
    /// </summary>
    public const float RampSigma = 0.03f;

    /// <summary>Trust that a sample keeps in the middle of a ramp.</summary>
    public const float TrustFloor = 1e-3f;

    /// <summary>Percentiles of the coarse disparity whose distance is the span.</summary>
    public const double SpanLow = 0.5, SpanHigh = 99.5;
}
