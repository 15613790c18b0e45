namespace GenRefocus.Optics;

/// <summary>What a disparity counts.</summary>
public enum DisparityUnit
{
    /// <summary>0 (farthest) … 1 (nearest), without a physical unit.</summary>
    Relative,

    /// <summary>Dioptres, 1/m; 0 is infinity.</summary>
    Dioptres,
}
