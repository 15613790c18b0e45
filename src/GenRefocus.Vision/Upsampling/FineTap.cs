namespace GenRefocus.Vision;

/// <summary>One of the nine coarse samples that a cell's pixels are made of.</summary>
internal struct FineTap
{
    /// <summary>Samples a cell.</summary>
    public const int Count = 9;

    /// <summary>Guide colour of the sample.</summary>
    public float Red, Green, Blue;

    /// <summary>Trust times vertical distance weight.</summary>
    public float Weight;

    /// <summary>Disparity less that of the cell's own sample: equal samples then give exactly that one's value.</summary>
    public float Offset;

    /// <summary>Disparity of the cell's own sample, in the first tap only.</summary>
    public float Own;
}
