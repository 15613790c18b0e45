namespace GenRefocus.Engine;

/// <summary>What the pipeline is doing, in order; stages that a cache spares are left out.</summary>
public enum RefocusStage
{
    /// <summary>Integers to linear light.</summary>
    Decode,

    /// <summary>What is soft made sharp.</summary>
    Deblur,

    /// <summary>The mask of the subject.</summary>
    Subject,

    /// <summary>Disparity from a network or a file.</summary>
    Depth,

    /// <summary>Plane of focus.</summary>
    Focus,

    /// <summary>Circles of confusion and kernels.</summary>
    Lens,

    /// <summary>The picture.</summary>
    Render,

    /// <summary>The blur at edges repaired by a network.</summary>
    Refine,
}
