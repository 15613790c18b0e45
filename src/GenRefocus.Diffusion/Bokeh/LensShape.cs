using GenRefocus.Settings;

namespace GenRefocus.Diffusion;

/// <summary>The opening of a lens as BokehNet is told it: round, or straight blades. Numbers that do not jump when the blades turn.</summary>
/// <param name="InverseBlades">One over the blades; 0 = round.</param>
/// <param name="Cos">Cosine of the direction of a corner, times the blades.</param>
/// <param name="Sin">Its sine.</param>
public readonly record struct LensShape(float InverseBlades, float Cos, float Sin)
{
    /// <summary>Numbers of a shape.</summary>
    public const int Count = 3;

    /// <summary>A round opening.</summary>
    public static LensShape Round => default;

    /// <summary>The shape of settings.</summary>
    /// <param name="settings">The aperture.</param>
    /// <returns>Null where BokehNet knows no such opening: stars, hearts, rings and pictures, curved blades, flaws of the lens.</returns>
    public static LensShape? Of(ApertureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Bubble != 0 || settings.Anamorphic != 1 || settings.CatEye != 0)
            return null;
        return settings.Shape switch
        {
            ApertureShape.Disc => Round,
            ApertureShape.Polygon when settings.Curvature == 1 => Round,
            ApertureShape.Polygon when settings.Curvature == 0 => Polygon(settings.EffectiveBlades, settings.Rotation),
            _ => null,
        };
    }

    // Settings turn clockwise from a corner that points up; the numbers count from the right, counter-clockwise.
    private static LensShape Polygon(int blades, double rotation)
    {
        (double sin, double cos) = Math.SinCos(blades * (90 - rotation) * Math.PI / 180);
        return new LensShape(1f / blades, (float)cos, (float)sin);
    }
}
