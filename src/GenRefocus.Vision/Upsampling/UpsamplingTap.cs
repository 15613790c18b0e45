namespace GenRefocus.Vision;

/// <summary>One of the coarse samples that a cell's pixels are made of.</summary>
internal struct UpsamplingTap
{
    /// <summary>Samples a side.</summary>
    public const int Side = (2 * UpsamplingParameters.Radius) + 1;

    /// <summary>Samples a cell.</summary>
    public const int Count = Side * Side;

    /// <summary>Guide colour of the sample.</summary>
    public float Red, Green, Blue;

    /// <summary>Mean mask of the sample's area, as a colour.</summary>
    public float Mask;

    /// <summary>Trust times vertical distance weight.</summary>
    public float Weight;

    /// <summary>Disparity less that of the cell's own sample: where all are equal, the mean of the offsets is exactly 0.</summary>
    public float Offset;
}
