namespace GenRefocus.Diffusion;

/// <summary>
/// When a restored picture is believed. Chosen on photos and rendered scenes of the training data: the next stricter limits cost what is really out of focus more than they spared
/// what was sharp.
/// </summary>
internal static class ReblurParameters
{
    /// <summary>Share of the change, in energy, that may be left when it is blurred again and all of it is still believed.</summary>
    public const float BelievedUpTo = 0.6f;

    /// <summary>The same from which on nothing is believed; between both a part is.</summary>
    public const float RefusedFrom = 1;

    /// <summary>Mean square of a change, in encoded values 0 … 1, that counts for nothing: a step of 8 bits.</summary>
    public const float Nothing = 1f / (255 * 255);

    /// <summary>Samples at a quarter of the size on each side of the one that is judged: 20 × 20 pixels are judged together.</summary>
    public const int Window = 2;

    /// <summary>Deviations at which a Gaussian ends.</summary>
    public const float Reach = 2.5f;

    /// <summary>
    /// Radii in pixels of the lenses that may have blurred what was given, rising. Each is a Gaussian of the disc's variance, a quarter of the radius squared: the shape of the
    /// opening does not matter here.
    /// </summary>
    public static readonly float[] Radii = [1, 1.5f, 2, 3, 4, 6];
}
