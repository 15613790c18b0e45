namespace GenRefocus.Settings;

/// <summary>The ways to say what is sharp.</summary>
public enum FocusTargetKind
{
    /// <summary>The photo's metadata, a sure subject, or what lies near the centre, in this order.</summary>
    Auto,

    /// <summary>The main subject.</summary>
    Subject,

    /// <summary>The middle of the picture.</summary>
    Center,

    /// <summary>The 98th percentile of disparity.</summary>
    Near,

    /// <summary>The 2nd percentile of disparity.</summary>
    Far,

    /// <summary>A point.</summary>
    Point,

    /// <summary>A rectangle.</summary>
    Rectangle,

    /// <summary>A distance from the camera.</summary>
    Distance,

    /// <summary>Something named in words.</summary>
    Text,
}
