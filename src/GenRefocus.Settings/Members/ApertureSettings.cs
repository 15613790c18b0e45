namespace GenRefocus.Settings;

/// <summary>The shape of the blur disc and the flaws of the lens that draws it.</summary>
public sealed record ApertureSettings
{
    /// <summary>The default of <see cref="Shape"/>.</summary>
    public const ApertureShape DefaultShape = ApertureShape.Disc;

    /// <summary>The number of sides of a polygon for which <see cref="Blades"/> is absent.</summary>
    public const int DefaultPolygonBlades = 6;

    /// <summary>The number of points of a star for which <see cref="Blades"/> is absent.</summary>
    public const int DefaultStarBlades = 5;

    /// <summary>The least <see cref="Blades"/>.</summary>
    public const int MinBlades = 3;

    /// <summary>The greatest <see cref="Blades"/>.</summary>
    public const int MaxBlades = 16;

    /// <summary>The default of <see cref="Curvature"/>: straight blades.</summary>
    public const double DefaultCurvature = 0;

    /// <summary>The least <see cref="Curvature"/>.</summary>
    public const double MinCurvature = 0;

    /// <summary>The greatest <see cref="Curvature"/>: a circle.</summary>
    public const double MaxCurvature = 1;

    /// <summary>The default of <see cref="Rotation"/>.</summary>
    public const double DefaultRotation = 0;

    /// <summary>The least <see cref="Rotation"/> in degrees.</summary>
    public const double MinRotation = -180;

    /// <summary>The greatest <see cref="Rotation"/> in degrees.</summary>
    public const double MaxRotation = 180;

    /// <summary>The obstructed share of a ring's radius for which <see cref="Inner"/> is absent.</summary>
    public const double DefaultRingInner = 0.4;

    /// <summary>The inner to outer radius of a star for which <see cref="Inner"/> is absent.</summary>
    public const double DefaultStarInner = 0.45;

    /// <summary>The least <see cref="Inner"/>.</summary>
    public const double MinInner = 0;

    /// <summary>The greatest <see cref="Inner"/>.</summary>
    public const double MaxInner = 0.95;

    /// <summary>The greatest width and height of the picture <see cref="Image"/> in pixels.</summary>
    public const int MaxImageSize = 4096;

    /// <summary>The default of <see cref="CatEye"/>.</summary>
    public const double DefaultCatEye = 0;

    /// <summary>The least <see cref="CatEye"/>.</summary>
    public const double MinCatEye = 0;

    /// <summary>The greatest <see cref="CatEye"/>.</summary>
    public const double MaxCatEye = 1;

    /// <summary>The default of <see cref="Bubble"/>.</summary>
    public const double DefaultBubble = 0;

    /// <summary>The least <see cref="Bubble"/>.</summary>
    public const double MinBubble = -1;

    /// <summary>The greatest <see cref="Bubble"/>.</summary>
    public const double MaxBubble = 1;

    /// <summary>The default of <see cref="Anamorphic"/>: neither tall nor wide.</summary>
    public const double DefaultAnamorphic = 1;

    /// <summary>The least <see cref="Anamorphic"/>.</summary>
    public const double MinAnamorphic = 0.4;

    /// <summary>The greatest <see cref="Anamorphic"/>.</summary>
    public const double MaxAnamorphic = 2.5;

    /// <summary>The default of <see cref="Swirl"/>.</summary>
    public const double DefaultSwirl = 0;

    /// <summary>The least <see cref="Swirl"/>.</summary>
    public const double MinSwirl = 0;

    /// <summary>The greatest <see cref="Swirl"/>.</summary>
    public const double MaxSwirl = 1;

    /// <summary>The default of <see cref="Fringing"/>.</summary>
    public const double DefaultFringing = 0;

    /// <summary>The least <see cref="Fringing"/>.</summary>
    public const double MinFringing = -1;

    /// <summary>The greatest <see cref="Fringing"/>.</summary>
    public const double MaxFringing = 1;

    /// <summary>The default of <see cref="LateralColour"/>.</summary>
    public const double DefaultLateralColour = 0;

    /// <summary>The least <see cref="LateralColour"/>.</summary>
    public const double MinLateralColour = -1;

    /// <summary>The greatest <see cref="LateralColour"/>.</summary>
    public const double MaxLateralColour = 1;

    /// <summary>The outline of the opening.</summary>
    public ApertureShape Shape { get; init; } = DefaultShape;

    /// <summary>Sides of a polygon or points of a star; <see langword="null"/> for the shape's own number, see <see cref="EffectiveBlades"/>.</summary>
    public int? Blades { get; init; }

    /// <summary>Blades from straight (0) to a circle (1): the boundary is <c>(1 - curvature) * polygon + curvature * radius</c>.</summary>
    public double Curvature { get; init; } = DefaultCurvature;

    /// <summary>Rotation in degrees, clockwise as seen in the picture, 0 with a vertex up.</summary>
    public double Rotation { get; init; } = DefaultRotation;

    /// <summary>Ring: obstructed share of the radius; star: inner to outer radius; <see langword="null"/> for the shape's own, see <see cref="EffectiveInner"/>.</summary>
    public double? Inner { get; init; }

    /// <summary>Path of a grey picture of the opening, or the PNG itself in base64 (see <see cref="ApertureImage"/>); <see langword="null"/> for none.</summary>
    public string? Image { get; init; }

    /// <summary>Mechanical vignetting: the second pupil's shift at the picture's corner, in pupil radii.</summary>
    public double CatEye { get; init; } = DefaultCatEye;

    /// <summary>Spherical aberration: 1 a bright rim (soap bubble), -1 a bright centre with a soft rim.</summary>
    public double Bubble { get; init; } = DefaultBubble;

    /// <summary>Height over width of the blur disc; 2 for the tall ovals of a twofold anamorphic lens.</summary>
    public double Anamorphic { get; init; } = DefaultAnamorphic;

    /// <summary>Narrowing of the blur disc along the field radius that grows towards the corner.</summary>
    public double Swirl { get; init; } = DefaultSwirl;

    /// <summary>Longitudinal colour: positive makes red wider and blue narrower behind the focus, the reverse in front of it.</summary>
    public double Fringing { get; init; } = DefaultFringing;

    /// <summary>Radial shift of the red and blue discs against each other that grows towards the corner.</summary>
    public double LateralColour { get; init; } = DefaultLateralColour;

    /// <summary>The number of blades or points in force: <see cref="Blades"/>, else 5 for a star and 6 for any other shape.</summary>
    public int EffectiveBlades => Blades ?? (Shape == ApertureShape.Star ? DefaultStarBlades : DefaultPolygonBlades);

    /// <summary>The inner radius in force as a share of the outer: <see cref="Inner"/>, else 0.45 for a star and 0.4 for any other shape.</summary>
    public double EffectiveInner => Inner ?? (Shape == ApertureShape.Star ? DefaultStarInner : DefaultRingInner);
}
