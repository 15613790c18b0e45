namespace GenRefocus.Bridge;

/// <summary>A plane of focus.</summary>
/// <param name="Disparity">Its disparity.</param>
/// <param name="Method">How it was found.</param>
public sealed record FocusInfo(double Disparity, string Method)
{
    /// <summary>Focus point from the left edge; null where there is none.</summary>
    public double? X { get; init; }

    /// <summary>Focus point from the upper edge; null where there is none.</summary>
    public double? Y { get; init; }
}
