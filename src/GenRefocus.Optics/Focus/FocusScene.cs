using GenRefocus.Imaging;

namespace GenRefocus.Optics;

/// <summary>What the plane of focus is looked for in.</summary>
/// <param name="Disparity">Finite disparities of the upright picture, edges repaired where they shall be; larger = nearer.</param>
/// <param name="Histogram">All of them.</param>
/// <param name="Unit">Their unit.</param>
public sealed record FocusScene(Plane<float> Disparity, DisparityHistogram Histogram, DisparityUnit Unit)
{
    /// <summary>Where the camera noted its subject, in pixels of the upright picture; null where it did not.</summary>
    public SubjectArea? CameraSubject { get; init; }

    /// <summary>The subject; null where no finder is installed.</summary>
    public SubjectMask? Subject { get; init; }
}
