namespace GenRefocus.PaintDotNet;

/// <summary>The properties of the dialog; their names are what Paint.NET keeps of them.</summary>
internal enum RefocusProperty
{
    /// <summary>The wish in words.</summary>
    Prompt,

    /// <summary>What to focus on.</summary>
    FocusOn,

    /// <summary>The point to focus on.</summary>
    FocusPoint,

    /// <summary>How deep the sharp zone is.</summary>
    FocusRange,

    /// <summary>How softly the blur sets in.</summary>
    FocusSoftness,

    /// <summary>The f-number.</summary>
    FNumber,

    /// <summary>A factor of the blur.</summary>
    Strength,

    /// <summary>Whether what is nearer is blurred.</summary>
    BlurNear,

    /// <summary>Whether what is farther is blurred.</summary>
    BlurFar,

    /// <summary>How much of clipped lights is recovered.</summary>
    Highlights,

    /// <summary>From where on a light counts as clipped.</summary>
    Threshold,

    /// <summary>The aperture's shape.</summary>
    Shape,

    /// <summary>A picture of the aperture.</summary>
    ShapeImage,

    /// <summary>Blades of a polygon.</summary>
    Blades,

    /// <summary>Points of a star.</summary>
    Points,

    /// <summary>How round blades are.</summary>
    Curvature,

    /// <summary>The shape's rotation.</summary>
    Rotation,

    /// <summary>The hole of a ring.</summary>
    Inner,

    /// <summary>Mechanical vignetting.</summary>
    CatEye,

    /// <summary>Bright or soft rims.</summary>
    Bubble,

    /// <summary>Ovals.</summary>
    Anamorphic,

    /// <summary>Whether blur that is there is removed first.</summary>
    Deblur,

    /// <summary>Which engine.</summary>
    Engine,

    /// <summary>What is shown.</summary>
    View,

    /// <summary>How well.</summary>
    Quality,
}
