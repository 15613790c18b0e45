namespace GenRefocus.Settings;

/// <summary>What the values of a depth picture mean.</summary>
public enum DepthKind
{
    /// <summary>Integers are disparity; floating-point values are metres when the file says so, else disparity.</summary>
    Auto,

    /// <summary>Near is bright.</summary>
    Disparity,

    /// <summary>Far is bright: disparity is 1 minus the value.</summary>
    Depth,

    /// <summary>Floating-point metres, or 16-bit millimetres; 0 is unknown.</summary>
    Metric,
}
