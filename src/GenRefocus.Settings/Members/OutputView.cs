namespace GenRefocus.Settings;

/// <summary>The picture that is handed back.</summary>
public enum OutputView
{
    /// <summary>The refocused photo.</summary>
    Result,

    /// <summary>The disparity, near bright.</summary>
    Depth,

    /// <summary>The blur radius of every pixel.</summary>
    Defocus,

    /// <summary>The photo with the zone in focus marked.</summary>
    Peaking,

    /// <summary>The blur disc of a single light.</summary>
    Kernel,

    /// <summary>The mask of the subject.</summary>
    Mask,

    /// <summary>The all-in-focus picture of stage 1.</summary>
    Sharp,
}
