namespace GenRefocus.Cli;

/// <summary>What a thin lens made of a scene.</summary>
/// <param name="Name">What is in focus.</param>
/// <param name="Path">The picture.</param>
/// <param name="K">Pixels of radius for a disparity of 1, which is the nearest thing's.</param>
/// <param name="FocusDisparity">The disparity in focus, on the same scale.</param>
internal sealed record LensShot(string Name, string Path, double K, double FocusDisparity);
