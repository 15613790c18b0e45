namespace GenRefocus.Settings;

/// <summary>How bright lights and grain behave under the blur.</summary>
public sealed record LightSettings
{
    /// <summary>The default of <see cref="Highlights"/>.</summary>
    public const double DefaultHighlights = 1;

    /// <summary>The least <see cref="Highlights"/>.</summary>
    public const double MinHighlights = 0;

    /// <summary>The greatest <see cref="Highlights"/>.</summary>
    public const double MaxHighlights = 8;

    /// <summary>The default of <see cref="Threshold"/>.</summary>
    public const double DefaultThreshold = 0.85;

    /// <summary>The least <see cref="Threshold"/>.</summary>
    public const double MinThreshold = 0.3;

    /// <summary>The greatest <see cref="Threshold"/>.</summary>
    public const double MaxThreshold = 0.99;

    /// <summary>The default of <see cref="Bloom"/>.</summary>
    public const double DefaultBloom = 0;

    /// <summary>The least <see cref="Bloom"/>.</summary>
    public const double MinBloom = 0;

    /// <summary>The greatest <see cref="Bloom"/>.</summary>
    public const double MaxBloom = 1;

    /// <summary>The default of <see cref="Grain"/>.</summary>
    public const double DefaultGrain = 1;

    /// <summary>The least <see cref="Grain"/>.</summary>
    public const double MinGrain = 0;

    /// <summary>The greatest <see cref="Grain"/>.</summary>
    public const double MaxGrain = 1;

    /// <summary>Recovery h of clipped lights before blurring: <c>L * (1 + h * smoothstep(threshold, 1, max(r, g, b)))</c>; 0 for none.</summary>
    public double Highlights { get; init; } = DefaultHighlights;

    /// <summary>The linear brightness from which a light counts as clipped.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>Glow around bright lights.</summary>
    public double Bloom { get; init; } = DefaultBloom;

    /// <summary>Share of the photo's own grain that is given back where it was blurred away.</summary>
    public double Grain { get; init; } = DefaultGrain;
}
