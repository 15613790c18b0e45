namespace GenRefocus.Settings;

/// <summary>How the second stage draws the blur.</summary>
public enum BokehStage
{
    /// <summary>The physical renderer.</summary>
    Physical,

    /// <summary>A diffusion model.</summary>
    Generative,

    /// <summary>The physical renderer, repaired by a diffusion model.</summary>
    Hybrid,
}
