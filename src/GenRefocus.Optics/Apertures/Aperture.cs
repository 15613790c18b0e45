using System.Globalization;
using GenRefocus.Settings;

namespace GenRefocus.Optics;

/// <summary>
/// The opening that light passes through, which is the shape of a blurred point. Pupil coordinates: x to the right, y down, as a blurred point behind the
/// focus is seen; distance 1 = the radius of the circle of confusion. In front of the focus the same opening appears turned by 180°.
/// </summary>
public sealed class Aperture
{
    // A star without any area between its points would pass no light.
    private const double ThinnestStar = 0.02;

    private readonly double _sin;
    private readonly double _cos;

    private Aperture(PupilShape? shape, AperturePicture? picture, double pictureRotation)
    {
        Shape = shape;
        Picture = picture;
        (_sin, _cos) = Math.SinCos(pictureRotation);
        Extent = picture is null ? 1 : Math.Max(
            (picture.HalfWidth * Math.Abs(_cos)) + (picture.HalfHeight * Math.Abs(_sin)),
            (picture.HalfWidth * Math.Abs(_sin)) + (picture.HalfHeight * Math.Abs(_cos)));
    }

    private Aperture(Aperture source)
    {
        Shape = source.Shape;
        Picture = source.Picture;
        _sin = source._sin;
        _cos = source._cos;
        Extent = source.Extent;
        Bubble = source.Bubble;
        ScaleX = source.ScaleX;
        ScaleY = source.ScaleY;
    }

    /// <summary>
    /// Spherical aberration b, −1 … 1: transmission 1 + b·(2q² − 1) at distance q from the axis, so +1 has a bright rim and −1 a bright centre.
    /// </summary>
    public double Bubble { get; private init; }

    /// <summary>Width of the opening after the anamorphic squeeze, as a share of its width before, 0.4 … 1.</summary>
    public double ScaleX { get; private init; } = 1;

    /// <summary>Height of the opening after the anamorphic squeeze, as a share of its height before, 0.4 … 1.</summary>
    public double ScaleY { get; private init; } = 1;

    /// <summary>Whether a turn by 180° changes nothing, so that near and far blur look alike.</summary>
    public bool IsPointSymmetric => Shape?.IsPointSymmetric ?? Picture!.IsPointSymmetric;

    /// <summary>The largest |x| or |y| that light can pass at before the squeeze: 1, up to √2 for a turned picture.</summary>
    public double Extent { get; }

    /// <summary>The opening as an outline; null where it is a picture.</summary>
    internal PupilShape? Shape { get; }

    /// <summary>The opening as a picture; null where it is an outline.</summary>
    internal AperturePicture? Picture { get; }

    /// <summary>The aperture that settings describe: shape, rotation, spherical aberration and anamorphic squeeze.</summary>
    /// <param name="settings">Members within their ranges.</param>
    /// <param name="picture">What <see cref="ApertureSettings.Image"/> shows; needed for <see cref="ApertureShape.Image"/> only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    /// <exception cref="SettingsException">The shape is a picture and there is none.</exception>
    public static Aperture Create(ApertureSettings settings, AperturePicture? picture)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Aperture shape = settings.Shape switch
        {
            ApertureShape.Polygon => Polygon(settings.EffectiveBlades, settings.Curvature, settings.Rotation),
            ApertureShape.Star => Star(settings.EffectiveBlades, settings.EffectiveInner, settings.Rotation),
            ApertureShape.Heart => Heart(settings.Rotation),
            ApertureShape.Ring => Ring(settings.EffectiveInner),
            ApertureShape.Image when picture is not null => FromPicture(picture, settings.Rotation),
            ApertureShape.Image => throw new SettingsException(SettingPaths.ApertureImage, "the shape is a picture, but no picture is named"),
            _ => Disc(),
        };
        return shape.WithBubble(settings.Bubble).WithAnamorphic(settings.Anamorphic);
    }

    /// <summary>A round opening.</summary>
    public static Aperture Disc() => new(new DiscPupil(0), null, 0);

    /// <summary>The opening of a number of blades, one corner up before it is turned.</summary>
    /// <param name="blades"><see cref="ApertureSettings.MinBlades"/> to <see cref="ApertureSettings.MaxBlades"/>.</param>
    /// <param name="curvature">0 (straight blades) … 1 (a circle).</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Aperture Polygon(int blades, double curvature = 0, double rotationDegrees = 0)
    {
        Check(blades, ApertureSettings.MinBlades, ApertureSettings.MaxBlades, nameof(blades), "The number of aperture blades");
        Check(curvature, ApertureSettings.MinCurvature, ApertureSettings.MaxCurvature, nameof(curvature), "The curvature of the aperture blades");
        return curvature == 1 ? Disc() : new Aperture(PolygonPupil.Create(blades, curvature, Radians(rotationDegrees)), null, 0);
    }

    /// <summary>A star, one point up before it is turned.</summary>
    /// <param name="points"><see cref="ApertureSettings.MinBlades"/> to <see cref="ApertureSettings.MaxBlades"/>.</param>
    /// <param name="inner">Radius of the inward corners as a share of the outer, 0 … .95.</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Aperture Star(int points, double inner, double rotationDegrees = 0)
    {
        Check(points, ApertureSettings.MinBlades, ApertureSettings.MaxBlades, nameof(points), "The number of star points");
        Check(inner, ApertureSettings.MinInner, ApertureSettings.MaxInner, nameof(inner), "The star's inner radius");
        return new Aperture(OutlineShapes.Star(points, Math.Max(inner, ThinnestStar), Radians(rotationDegrees)), null, 0);
    }

    /// <summary>A heart, its tip down before it is turned.</summary>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    public static Aperture Heart(double rotationDegrees = 0) => new(OutlineShapes.Heart(Radians(rotationDegrees)), null, 0);

    /// <summary>A round opening with a round obstruction, as a mirror lens has.</summary>
    /// <param name="inner">Radius of the obstruction as a share of the opening's, 0 … .95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static Aperture Ring(double inner)
    {
        Check(inner, ApertureSettings.MinInner, ApertureSettings.MaxInner, nameof(inner), "The obstructed share of the radius");
        return new Aperture(new DiscPupil(inner), null, 0);
    }

    /// <summary>A picture as the opening.</summary>
    /// <param name="picture">Transmission.</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    public static Aperture FromPicture(AperturePicture picture, double rotationDegrees = 0)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new Aperture(null, picture, Radians(rotationDegrees));
    }

    /// <summary>The same opening with spherical aberration.</summary>
    /// <param name="bubble">See <see cref="Bubble"/>, −1 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public Aperture WithBubble(double bubble)
    {
        Check(bubble, ApertureSettings.MinBubble, ApertureSettings.MaxBubble, nameof(bubble), "The soap-bubble strength");
        return new Aperture(this) { Bubble = bubble };
    }

    /// <summary>The same opening as an anamorphic lens draws it: squeezed to a ratio of height to width, the longer side unchanged.</summary>
    /// <param name="ratio">
    /// Height : width, <see cref="ApertureSettings.MinAnamorphic"/> to <see cref="ApertureSettings.MaxAnamorphic"/>; 2 = the tall ovals of a 2× lens.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is out of range.</exception>
    public Aperture WithAnamorphic(double ratio)
    {
        Check(ratio, ApertureSettings.MinAnamorphic, ApertureSettings.MaxAnamorphic, nameof(ratio), "The anamorphic ratio");
        return new Aperture(this) { ScaleX = Math.Min(1, 1 / ratio), ScaleY = Math.Min(1, ratio) };
    }

    /// <summary>Share of the light that passes at a point of the pupil: 0 outside, at most 1.</summary>
    /// <param name="x">To the right, radius 1.</param>
    /// <param name="y">Downwards, radius 1.</param>
    public double Transmission(double x, double y) => Transmission(x, y, 0);

    /// <summary>Mean of a square around a point for pictures; the value at the point for outlines.</summary>
    internal double Transmission(double x, double y, double side)
    {
        x /= ScaleX;
        y /= ScaleY;
        double open = Shape is not null ? (Shape.Contains(x, y) ? 1 : 0) : Picture!.Mean((x * _cos) + (y * _sin), (y * _cos) - (x * _sin), side);
        return open == 0 ? 0 : open * Aberration((x * x) + (y * y));
    }

    /// <summary>Transmission of the aberration alone at squared distance q² from the axis, scaled so that its maximum over the disc is 1.</summary>
    internal double Aberration(double squaredDistance) =>
        Math.Max(0, 1 + (Bubble * ((2 * Math.Min(squaredDistance, 1)) - 1))) / (1 + Math.Abs(Bubble));

    private static double Radians(double degrees)
    {
        if (!double.IsFinite(degrees))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "The aperture's rotation must be a finite number of degrees.");
        return degrees * Math.PI / 180;
    }

    private static void Check(double value, double least, double most, string name, string what)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{what} must be {least} to {most}."));
    }
}
