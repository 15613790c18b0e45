namespace GenRefocus.Settings;

/// <summary>Stages that a build of the product, or an installation, may lack. A member of a missing stage accepts only its default and its neutral value.</summary>
[Flags]
public enum RefocusFeatures
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Stage 1, which makes an all-in-focus picture.</summary>
    Deblur = 1 << 0,

    /// <summary>The large published model.</summary>
    GenfocusEngine = 1 << 1,

    /// <summary>A second stage by diffusion alone.</summary>
    GenerativeBokeh = 1 << 2,

    /// <summary>Depth models by their catalogue id.</summary>
    ModelCatalogue = 1 << 3,

    /// <summary>Strokes that correct the depth.</summary>
    DepthEdits = 1 << 4,

    /// <summary>A mask of the main subject.</summary>
    SubjectMask = 1 << 5,

    /// <summary>A mask of what words name.</summary>
    TextMask = 1 << 6,

    /// <summary>Settings in words.</summary>
    Words = 1 << 7,

    /// <summary>Glow around lights.</summary>
    Bloom = 1 << 8,

    /// <summary>The photo's grain given back.</summary>
    Grain = 1 << 9,

    /// <summary>Mechanical vignetting.</summary>
    CatEye = 1 << 10,

    /// <summary>Swirl.</summary>
    Swirl = 1 << 11,

    /// <summary>Longitudinal colour.</summary>
    Fringing = 1 << 12,

    /// <summary>Lateral colour.</summary>
    LateralColour = 1 << 13,

    /// <summary>A drawn blur that a diffusion model repairs at edges of the depth.</summary>
    EdgeRefinement = 1 << 14,
}
