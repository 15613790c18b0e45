namespace GenRefocus.Optics;

/// <summary>How the plane of focus was found; the history says which.</summary>
public enum FocusMethod
{
    /// <summary>The disparity was given.</summary>
    GivenDisparity,

    /// <summary>Median disparity around a point.</summary>
    Point,

    /// <summary>Median disparity of a rectangle.</summary>
    Rectangle,

    /// <summary>Median disparity around the picture's centre.</summary>
    Center,

    /// <summary>98th percentile of disparity.</summary>
    Near,

    /// <summary>2nd percentile of disparity.</summary>
    Far,

    /// <summary>A distance from the camera.</summary>
    Distance,

    /// <summary>Where the camera noted its subject (EXIF SubjectArea).</summary>
    CameraSubjectArea,

    /// <summary>Median disparity of the subject's mask.</summary>
    Subject,

    /// <summary>75th percentile of disparity, weighted towards the picture's centre.</summary>
    CentreWeighted,
}
