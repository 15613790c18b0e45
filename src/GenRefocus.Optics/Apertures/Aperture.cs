namespace GenRefocus.Optics;

/// <summary>
/// The opening that light passes through, which is the shape of a blurred point. Pupil coordinates: x to the right, y down, as a blurred point behind the
/// focus is seen; distance 1 = the radius of the circle of confusion. In front of the focus the same opening appears turned by 180°.
/// </summary>
public sealed class Aperture
{
    /// <summary>Fewest and most blades of a polygon and points of a star.</summary>
    public const int FewestBlades = 3, MostBlades = 16;

    /// <summary>Narrowest and tallest anamorphic ratio.</summary>
    public const double SmallestAnamorphic = 0.4, LargestAnamorphic = 2.5;

    private readonly double _sin;
    private readonly double _cos;

    private Aperture(PupilShape? shape, ApertureImage? image, double imageRotation)
    {
        Shape = shape;
        Image = image;
        (_sin, _cos) = Math.SinCos(imageRotation);
        Extent = image is null ? 1 : Math.Max(
            (image.HalfWidth * Math.Abs(_cos)) + (image.HalfHeight * Math.Abs(_sin)),
            (image.HalfWidth * Math.Abs(_sin)) + (image.HalfHeight * Math.Abs(_cos)));
    }

    private Aperture(Aperture source)
    {
        Shape = source.Shape;
        Image = source.Image;
        _sin = source._sin;
        _cos = source._cos;
        Extent = source.Extent;
        Bubble = source.Bubble;
        ScaleX = source.ScaleX;
        ScaleY = source.ScaleY;
    }

    /// <summary>Spherical aberration b, −1 … 1: transmission 1 + b·(2q² − 1) at distance q from the axis, so +1 has a bright rim and −1 a bright centre.</summary>
    public double Bubble { get; private init; }

    /// <summary>Width of the opening after the anamorphic squeeze, as a share of its width before, 0.4 … 1.</summary>
    public double ScaleX { get; private init; } = 1;

    /// <summary>Height of the opening after the anamorphic squeeze, as a share of its height before, 0.4 … 1.</summary>
    public double ScaleY { get; private init; } = 1;

    /// <summary>Whether a turn by 180° changes nothing, so that near and far blur look alike.</summary>
    public bool IsPointSymmetric => Shape?.IsPointSymmetric ?? Image!.IsPointSymmetric;

    /// <summary>The largest |x| or |y| that light can pass at before the squeeze: 1, up to √2 for a turned picture.</summary>
    public double Extent { get; }

    /// <summary>The opening as an outline; null where it is a picture.</summary>
    internal PupilShape? Shape { get; }

    /// <summary>The opening as a picture; null where it is an outline.</summary>
    internal ApertureImage? Image { get; }

    /// <summary>A round opening.</summary>
    public static Aperture Disc() => new(new DiscPupil(0), null, 0);

    /// <summary>The opening of a number of blades, one corner up before it is turned.</summary>
    /// <param name="blades"><see cref="FewestBlades"/> to <see cref="MostBlades"/>.</param>
    /// <param name="curvature">0 (straight blades) … 1 (a circle).</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Aperture Polygon(int blades, double curvature = 0, double rotationDegrees = 0)
    {
        Check(blades, FewestBlades, MostBlades, nameof(blades), "The number of aperture blades");
        Check(curvature, 0, 1, nameof(curvature), "The curvature of the aperture blades");
        return curvature == 1 ? Disc() : new Aperture(PolygonPupil.Create(blades, curvature, Radians(rotationDegrees)), null, 0);
    }

    /// <summary>A star, one point up before it is turned.</summary>
    /// <param name="points"><see cref="FewestBlades"/> to <see cref="MostBlades"/>.</param>
    /// <param name="inner">Radius of the inward corners as a share of the outer, 0 … .95.</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Aperture Star(int points, double inner, double rotationDegrees = 0)
    {
        Check(points, FewestBlades, MostBlades, nameof(points), "The number of star points");
        Check(inner, 0, 0.95, nameof(inner), "The star's inner radius");

        // With no area at all a star would pass no light.
        return new Aperture(OutlineShapes.Star(points, Math.Max(inner, 0.02), Radians(rotationDegrees)), null, 0);
    }

    /// <summary>A heart, its tip down before it is turned.</summary>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    public static Aperture Heart(double rotationDegrees = 0) => new(OutlineShapes.Heart(Radians(rotationDegrees)), null, 0);

    /// <summary>A round opening with a round obstruction, as a mirror lens has.</summary>
    /// <param name="inner">Radius of the obstruction as a share of the opening's, 0 … .95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static Aperture Ring(double inner)
    {
        Check(inner, 0, 0.95, nameof(inner), "The obstructed share of the radius");
        return new Aperture(new DiscPupil(inner), null, 0);
    }

    /// <summary>A picture as the opening.</summary>
    /// <param name="image">Transmission.</param>
    /// <param name="rotationDegrees">Turn in degrees, clockwise as seen behind the focus.</param>
    public static Aperture FromImage(ApertureImage image, double rotationDegrees = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new Aperture(null, image, Radians(rotationDegrees));
    }

    /// <summary>The same opening with spherical aberration.</summary>
    /// <param name="bubble">See <see cref="Bubble"/>, −1 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public Aperture WithBubble(double bubble)
    {
        Check(bubble, -1, 1, nameof(bubble), "The soap-bubble strength");
        return new Aperture(this) { Bubble = bubble };
    }

    /// <summary>The same opening as an anamorphic lens draws it: squeezed to a ratio of height to width, the longer side unchanged.</summary>
    /// <param name="ratio">Height : width, <see cref="SmallestAnamorphic"/> to <see cref="LargestAnamorphic"/>; 2 = the tall ovals of a 2× lens.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is out of range.</exception>
    public Aperture WithAnamorphic(double ratio)
    {
        Check(ratio, SmallestAnamorphic, LargestAnamorphic, nameof(ratio), "The anamorphic ratio");
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
        double open = Shape is not null ? (Shape.Contains(x, y) ? 1 : 0) : Image!.Mean((x * _cos) + (y * _sin), (y * _cos) - (x * _sin), side);
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
            throw new ArgumentOutOfRangeException(name, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} must be {least} to {most}."));
    }
}
