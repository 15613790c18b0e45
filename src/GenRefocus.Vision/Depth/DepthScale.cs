namespace GenRefocus.Vision;

/// <summary>Unit of a disparity plane.</summary>
public enum DepthScale
{
    /// <summary>0 (farthest) … 1 (nearest), without a unit.</summary>
    Relative,

    /// <summary>Dioptres: one over the distance in metres, 0 is infinitely far.</summary>
    Metric,
}
