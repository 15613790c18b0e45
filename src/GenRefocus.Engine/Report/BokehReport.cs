namespace GenRefocus.Engine;

/// <summary>What the repair of the blur at edges of the depth did.</summary>
/// <param name="Refined">Whether it changed the picture: not where no edge is within its reach, nor with an opening that the network does not know.</param>
/// <param name="Steps">Diffusion steps.</param>
/// <param name="Model">The network; null where it was not asked.</param>
public sealed record BokehReport(bool Refined, int Steps, ModelReport? Model);
