namespace GenRefocus.Settings;

/// <summary>How much is blurred that is not in focus.</summary>
public sealed record BlurSettings
{
    /// <summary>The default of <see cref="FNumber"/>.</summary>
    public const double DefaultFNumber = 2;

    /// <summary>The least <see cref="FNumber"/>.</summary>
    public const double MinFNumber = 0.5;

    /// <summary>The greatest <see cref="FNumber"/>.</summary>
    public const double MaxFNumber = 64;

    /// <summary>The default of <see cref="Strength"/>.</summary>
    public const double DefaultStrength = 1;

    /// <summary>The least <see cref="Strength"/>: gives the picture back bit for bit.</summary>
    public const double MinStrength = 0;

    /// <summary>The greatest <see cref="Strength"/>.</summary>
    public const double MaxStrength = 4;

    /// <summary>The least <see cref="K"/>.</summary>
    public const double MinK = 0;

    /// <summary>The greatest <see cref="K"/>.</summary>
    public const double MaxK = 4096;

    /// <summary>The default of <see cref="Camera"/>.</summary>
    public const BlurCamera DefaultCamera = BlurCamera.FullFrame;

    /// <summary>The default of <see cref="NearestDistance"/> in metres.</summary>
    public const double DefaultNearestDistance = 1;

    /// <summary>The least <see cref="NearestDistance"/> in metres.</summary>
    public const double MinNearestDistance = 0.05;

    /// <summary>The greatest <see cref="NearestDistance"/> in metres.</summary>
    public const double MaxNearestDistance = 1000;

    /// <summary>The default of <see cref="Near"/> and <see cref="Far"/>.</summary>
    public const double DefaultGain = 1;

    /// <summary>The least <see cref="Near"/> and <see cref="Far"/>.</summary>
    public const double MinGain = 0;

    /// <summary>The greatest <see cref="Near"/> and <see cref="Far"/>.</summary>
    public const double MaxGain = 2;

    /// <summary>Focal length over entrance-pupil diameter of the simulated lens.</summary>
    public double FNumber { get; init; } = DefaultFNumber;

    /// <summary>Multiplies the blur; 0 gives the picture back bit for bit.</summary>
    public double Strength { get; init; } = DefaultStrength;

    /// <summary>Pixel radius of the blur disc per unit of disparity at the picture's full size; overrules <see cref="FNumber"/> and <see cref="Camera"/>.</summary>
    public double? K { get; init; }

    /// <summary>Which camera the f-number belongs to.</summary>
    public BlurCamera Camera { get; init; } = DefaultCamera;

    /// <summary>Distance of disparity 1 in metres, when depth is relative and the photo's metadata say nothing.</summary>
    public double NearestDistance { get; init; } = DefaultNearestDistance;

    /// <summary>Gain of the blur in front of the focus.</summary>
    public double Near { get; init; } = DefaultGain;

    /// <summary>Gain of the blur behind the focus.</summary>
    public double Far { get; init; } = DefaultGain;
}
