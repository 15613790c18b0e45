namespace GenRefocus.Rendering;

/// <summary>Constants of the subject's matte, chosen on cut-outs with true alpha over photos; see docs/rendering.md.</summary>
internal static class MatteParameters
{
    /// <summary>A pixel is taken apart when its subject's radius exceeds that of what is behind by this many pixels.</summary>
    public const float SmallestRadiusStep = 1f;

    /// <summary>Disparity between the sides below which there is no edge, as a share of the disparity's range.</summary>
    public const float SmallestEdge = 0.05f;

    /// <summary>
    /// How far to each side of the depth's edge pixels are taken apart, as a share of the picture's longer side. Wider bands find more hair, but more of the background's
    /// texture looks like hair too: twice and one and a half times as wide were worse.
    /// </summary>
    public const float OutlineShare = 1f / 480;

    /// <summary>How far from both sides a pixel may lie, as a share of the picture's longer side: three samples of a mask of 384.</summary>
    public const float BandShare = 3f / 384;

    /// <summary>Longer side in pixels up to which the sides are averaged over 2 × 2 pixels; over 4 × 4 in larger pictures.</summary>
    public const int LargestFineSide = 2048;

    /// <summary>Mask from which on a pixel near the depth's edge counts as subject, and up to which as background, when their colours are looked for.</summary>
    public const float SureFront = 0.95f, SureBack = 0.05f;

    /// <summary>The same away from the depth's edge.</summary>
    public const float SureAway = 0.5f;

    /// <summary>Shares of the subject up to which there is none of it in a pixel, and from which on nothing else.</summary>
    public const float LeastShare = 0.02f, MostShare = 0.98f;

    /// <summary>Standard deviation of the share around what mask and depth say, and how likely any share is however far off.</summary>
    public const float ShareSigma = 0.15f, ShareFloor = 0.001f;

    /// <summary>How much likelier a pixel shows one side alone than any one of the mixtures that are tried.</summary>
    public const float PureGain = 10f;

    /// <summary>Variance of the picture's noise, linear light, a channel.</summary>
    public const float Noise = 1e-4f;
}
