namespace GenRefocus.Rendering;

/// <summary>How much work a render may cost.</summary>
public enum BokehQuality
{
    /// <summary>Slices of large radius are drawn at half or quarter rate and the hidden layers are coarser: at most 1 dB below <see cref="Final"/>.</summary>
    Preview,

    /// <summary>Full rate, but for radii of 64 pixels and more.</summary>
    Final,
}
