namespace GenRefocus.Vision;

/// <summary>
/// Constants of <see cref="DepthUpsampler"/>. Chosen by measurement: exact disparity of rendered scenes reduced 4 and 8 times, as it is and blurred, and a
/// real network's output; error beside depth edges against the exact disparity.
/// </summary>
public static class UpsamplingParameters
{
    /// <summary>Standard deviation of the colour weight: distance of square-root-encoded RGB, each 0 … 1.</summary>
    public const float ColourSigma = 0.07f;

    /// <summary>Share of its distance weight that a tap keeps whatever its colour, so that a pixel unlike all its neighbours still gets their mean.</summary>
    public const float ColourFloor = 1e-4f;

    /// <summary>Standard deviation of the distance weight between a pixel and the coarse samples, in coarse samples; 3 × 3 of them take part.</summary>
    public const float FineSigma = 0.7f;

    /// <summary>Standard deviation of the second weighting of the fine stage: distance of a sample's disparity from the first mean, as a share of the span.</summary>
    public const float FineDisparitySigma = 0.1f;

    /// <summary>Samples to each side that the coarse stage looks at: 5 × 5.</summary>
    public const int CoarseRadius = 2;

    /// <summary>Standard deviation of the coarse stage's distance weight in samples.</summary>
    public const float CoarseSigma = 1.5f;

    /// <summary>As <see cref="FineDisparitySigma"/>, for the coarse stage.</summary>
    public const float CoarseDisparitySigma = 0.2f;

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
