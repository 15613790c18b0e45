namespace GenRefocus.Vision;

/// <summary>What the numbers of a depth file mean.</summary>
public enum DepthMeaning
{
    /// <summary>Integers are disparity; floats are metres when the file says so, else disparity.</summary>
    Auto,

    /// <summary>Near is bright.</summary>
    Disparity,

    /// <summary>Far is bright: disparity is one minus the value.</summary>
    Depth,

    /// <summary>Floats are metres, 16-bit integers millimetres; 0 is unknown.</summary>
    Metric,
}
