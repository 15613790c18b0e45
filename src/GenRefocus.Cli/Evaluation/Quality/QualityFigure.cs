namespace GenRefocus.Cli;

/// <summary>How like a part of a picture is to the truth.</summary>
/// <param name="Region">The part.</param>
/// <param name="Psnr">Peak signal-to-noise ratio in decibels, at most 100.</param>
/// <param name="Ssim">Structural similarity of the luma; null for pictures below its window.</param>
/// <param name="MsSsim">The same at five scales; null for parts, and for pictures too small for it.</param>
internal sealed record QualityFigure(string Region, double Psnr, double? Ssim, double? MsSsim);
