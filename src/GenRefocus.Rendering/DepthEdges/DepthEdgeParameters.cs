namespace GenRefocus.Rendering;

/// <summary>Constants of the depth-edge repair, measured on corrupted depth maps; shares are of the disparity's range.</summary>
internal static class DepthEdgeParameters
{
    /// <summary>Half-width of the window in which the two sides of an edge are looked for: 9 × 9.</summary>
    public const int WindowRadius = 4;

    /// <summary>Smallest difference between the two sides that counts as an edge, as a share of the range.</summary>
    public const float SmallestEdge = 0.1f;

    /// <summary>A pixel stands on a ramp when its 3 × 3 neighbourhood spans more than this share of the edge.</summary>
    public const float SmallestSlope = 0.12f;

    /// <summary>A pixel nearer to one side than this share of the edge belongs to it already and stays.</summary>
    public const float PlateauShare = 0.2f;
}
