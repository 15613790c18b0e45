namespace GenRefocus.Optics;

/// <summary>
/// The signed radius of the circle of confusion as a function of disparity and place:
/// c = K·g·sign(d − d_f)·e, with x = |d − d_f| − range/2 and w = softness·range: e = 0 for x ≤ 0, x²/(2w) for x &lt; w, else x − w/2.
/// Positive = nearer than the focus.
/// </summary>
public sealed record CircleOfConfusion
{
    /// <summary>The largest radius in pixels that is drawn; larger ones are limited to it.</summary>
    public const float LargestRadius = 256;

    /// <summary>K: pixels of radius for each unit of disparity, 0 or more.</summary>
    public required double K { get; init; }

    /// <summary>d_f: disparity of the plane of focus at the focus point.</summary>
    public required double FocusDisparity { get; init; }

    /// <summary>Full width in disparity of the zone that stays sharp, 0 or more.</summary>
    public double Range { get; init; }

    /// <summary>0 = full slope at the zone's end; 1 = eases in over a further zone of the same width.</summary>
    public double Softness { get; init; }

    /// <summary>Gain in front of the focus.</summary>
    public double NearGain { get; init; } = 1;

    /// <summary>Gain behind the focus.</summary>
    public double FarGain { get; init; } = 1;

    /// <summary>Change of d_f for each pixel to the right.</summary>
    public double TiltX { get; init; }

    /// <summary>Change of d_f for each pixel downwards.</summary>
    public double TiltY { get; init; }

    /// <summary>Where a tilted plane has d_f, in pixels from the left edge of the picture.</summary>
    public double FocusX { get; init; }

    /// <summary>Where a tilted plane has d_f, in pixels from the upper edge of the picture.</summary>
    public double FocusY { get; init; }
}
