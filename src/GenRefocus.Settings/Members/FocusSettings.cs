namespace GenRefocus.Settings;

/// <summary>Which part of the picture is sharp.</summary>
public sealed record FocusSettings
{
    /// <summary>The least <see cref="Disparity"/>.</summary>
    public const double MinDisparity = 0;

    /// <summary>The greatest <see cref="Disparity"/> of relative depth; metric depth, in dioptres, has no upper end.</summary>
    public const double MaxRelativeDisparity = 1;

    /// <summary>The default of <see cref="Range"/>: a plane.</summary>
    public const double DefaultRange = 0;

    /// <summary>The least <see cref="Range"/>.</summary>
    public const double MinRange = 0;

    /// <summary>The greatest <see cref="Range"/>.</summary>
    public const double MaxRange = 1;

    /// <summary>The default of <see cref="RangeSoftness"/>.</summary>
    public const double DefaultRangeSoftness = 0.5;

    /// <summary>The least <see cref="RangeSoftness"/>.</summary>
    public const double MinRangeSoftness = 0;

    /// <summary>The greatest <see cref="RangeSoftness"/>.</summary>
    public const double MaxRangeSoftness = 1;

    /// <summary>The default of <see cref="Tilt"/>: parallel to the sensor.</summary>
    public const double DefaultTilt = 0;

    /// <summary>The least <see cref="Tilt"/>.</summary>
    public const double MinTilt = -2;

    /// <summary>The greatest <see cref="Tilt"/>.</summary>
    public const double MaxTilt = 2;

    /// <summary>The default of <see cref="TiltDirection"/>: downwards.</summary>
    public const double DefaultTiltDirection = 90;

    /// <summary>The least <see cref="TiltDirection"/>.</summary>
    public const double MinTiltDirection = 0;

    /// <summary>The greatest <see cref="TiltDirection"/>.</summary>
    public const double MaxTiltDirection = 360;

    /// <summary>What is sharp.</summary>
    public FocusTarget Target { get; init; } = FocusTarget.Auto;

    /// <summary>Disparity of the plane of focus, which overrules <see cref="Target"/>: 0 (farthest) to 1 (nearest) for relative depth, dioptres for metric depth.</summary>
    public double? Disparity { get; init; }

    /// <summary>Full width of the zone that stays sharp, centred on the focus, as a share of the picture's span of disparity.</summary>
    public double Range { get; init; } = DefaultRange;

    /// <summary>0: blur starts with its full slope at the zone's end; 1: it eases in over a further zone of the same width.</summary>
    public double RangeSoftness { get; init; } = DefaultRangeSoftness;

    /// <summary>Tilt of the plane of focus along <see cref="TiltDirection"/>, in disparity per picture height.</summary>
    public double Tilt { get; init; } = DefaultTilt;

    /// <summary>Direction of <see cref="Tilt"/> in degrees, clockwise as seen in the picture, 0 to the right.</summary>
    public double TiltDirection { get; init; } = DefaultTiltDirection;
}
