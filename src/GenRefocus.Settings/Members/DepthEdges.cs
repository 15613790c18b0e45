namespace GenRefocus.Settings;

/// <summary>Repair of depth edges.</summary>
public enum DepthEdges
{
    /// <summary>Moves the edges of the depth onto those of the picture.</summary>
    Snap,

    /// <summary>Leaves the depth as it is.</summary>
    Keep,
}
