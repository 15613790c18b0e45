namespace GenRefocus.Bridge;

/// <summary>What the camera noted about a picture.</summary>
public sealed record ImageMetadata
{
    /// <summary>Focal length in millimetres.</summary>
    public double? FocalLength { get; init; }

    /// <summary>Focal length in millimetres with the same angle of view on 36 × 24 mm.</summary>
    public double? FocalLength35 { get; init; }

    /// <summary>F-number.</summary>
    public double? FNumber { get; init; }

    /// <summary>Distance of the subject in metres.</summary>
    public double? SubjectDistance { get; init; }

    /// <summary>Where the subject is in the picture.</summary>
    public AreaInfo? SubjectArea { get; init; }
}
