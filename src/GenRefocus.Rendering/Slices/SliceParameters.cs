namespace GenRefocus.Rendering;

/// <summary>Constants of the sliced renderer, measured against ray tracing; see docs/rendering.md.</summary>
internal static class SliceParameters
{
    /// <summary>Half-width of the slice around the focus in pixels of radius.</summary>
    public const float FocusHalfWidth = 1.5f;

    /// <summary>Width of a slice as a share of the radius where it begins. Few slices are enough: each pixel keeps its own radius inside its slice.</summary>
    public const float RelativeWidth = 0.6f;

    /// <summary>Coverage below which a slice counts as absent at a pixel: prefix sums of floats leave about 1e-6 behind.</summary>
    public const float NegligibleCoverage = 1e-5f;

    /// <summary>Coverage below which a finished pixel counts as empty.</summary>
    public const float EmptyCoverage = 1e-4f;

    /// <summary>Pixels whose radius is below this are in focus: they stay the original, bit for bit, unless something nearer covers them.</summary>
    public const float InFocusRadius = Optics.KernelTable.IdentityRadius;

    /// <summary>Preview: slices whose largest radius reaches this many pixels work on 2 × 2 binned sources, from twice as many on 4 × 4.</summary>
    public const float PreviewHalfRateRadius = 8f;

    /// <summary>The same for the final picture: at such radii the edge of a blur disc is softened by three hundredths of its radius, at an eighth of the cost.</summary>
    public const float FinalHalfRateRadius = 64f;
}
