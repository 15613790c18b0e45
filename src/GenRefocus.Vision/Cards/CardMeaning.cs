namespace GenRefocus.Vision;

/// <summary>What the values of a network's output mean.</summary>
public enum CardMeaning
{
    /// <summary>Inverse depth up to scale and shift, larger is nearer.</summary>
    Disparity,

    /// <summary>Depth up to scale, larger is farther.</summary>
    Depth,

    /// <summary>Depth in metres.</summary>
    Metric,

    /// <summary>Share of a pixel that belongs to the subject, 0 to 1.</summary>
    Mask,

    /// <summary>Radius in pixels of the blur that is already in the picture.</summary>
    BlurRadius,

    /// <summary>A picture, 0 … 1, as the input.</summary>
    Picture,
}
