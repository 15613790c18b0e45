namespace GenRefocus.Engine;

/// <summary>The plane of focus of a picture.</summary>
/// <param name="Disparity">d_f.</param>
/// <param name="Method">How it was found, in lower case with hyphens, as <c>camera-subject-area</c>.</param>
/// <param name="X">Focus point from the left edge; null where there is none.</param>
/// <param name="Y">Focus point from the upper edge; null where there is none.</param>
/// <param name="Distance">Distance in metres; null for infinity, and where K was given.</param>
public sealed record FocusReport(double Disparity, string Method, double? X, double? Y, double? Distance);
