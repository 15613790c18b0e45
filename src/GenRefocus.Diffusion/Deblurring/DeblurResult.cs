using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>What the deblurring made and found.</summary>
/// <param name="Picture">The picture, the caller's to dispose of; null where nothing was worth restoring.</param>
/// <param name="SoftShare">Share of the picture that is blurred, 0 … 1.</param>
public sealed record DeblurResult(LinearImage? Picture, double SoftShare);
