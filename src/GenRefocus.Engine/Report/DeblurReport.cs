namespace GenRefocus.Engine;

/// <summary>What stage 1 found and did.</summary>
/// <param name="SoftShare">Share of the picture that was blurred, 0 … 1.</param>
/// <param name="Restored">Whether it was made sharp.</param>
/// <param name="Steps">Diffusion steps.</param>
/// <param name="Models">The networks.</param>
public sealed record DeblurReport(double SoftShare, bool Restored, int Steps, IReadOnlyList<ModelReport> Models);
