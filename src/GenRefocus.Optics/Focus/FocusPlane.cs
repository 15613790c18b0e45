namespace GenRefocus.Optics;

/// <summary>The plane of focus and how it was found.</summary>
/// <param name="Disparity">d_f, in the unit of the picture's disparity.</param>
/// <param name="Method">How it was found.</param>
/// <param name="X">Focus point in pixels from the left edge; null where there is none.</param>
/// <param name="Y">Focus point in pixels from the upper edge; null where there is none.</param>
/// <param name="Warning">What the user should know, one sentence; null for nothing.</param>
public sealed record FocusPlane(double Disparity, FocusMethod Method, double? X = null, double? Y = null, string? Warning = null);
