namespace GenRefocus.Vision;

/// <summary>Constants of <see cref="MaskUpsampler"/>.</summary>
public static class MaskUpsamplingParameters
{
    /// <summary>Samples to each side of the one whose window is fitted.</summary>
    public const int Radius = 3;

    /// <summary>Variance of the guide colour below which a window counts as flat and the mask is only smoothed there.</summary>
    public const float Epsilon = 1e-3f;
}
