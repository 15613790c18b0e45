using GenRefocus.Settings;

namespace GenRefocus.Optics;

/// <summary>
/// How many dioptres one unit of disparity is. Metric disparity is in dioptres already; relative disparity gets one scale for each photo, which does not move
/// with the focus.
/// </summary>
/// <param name="Unit">Unit of the disparity.</param>
/// <param name="DioptresPerUnit">s, above 0; 1 for dioptres.</param>
public readonly record struct DepthScaling(DisparityUnit Unit, double DioptresPerUnit)
{
    /// <summary>From this distance in metres on, what the camera noted says nothing about the scale.</summary>
    public const double FarthestSubject = 1000;

    /// <summary>Below this relative disparity of the subject, its distance says nothing about the scale.</summary>
    public const double LeastSubjectDisparity = 0.05;

    /// <summary>The least relative disparity that is turned into a distance.</summary>
    public const double LeastDisparity = 0.01;

    /// <summary>Disparity in dioptres.</summary>
    public static DepthScaling Metric { get; } = new(DisparityUnit.Dioptres, 1);

    /// <summary>
    /// The scale of relative disparity: 1/(z·d) from the subject's distance z that the camera noted and the subject's disparity d, else 1/nearest distance. A scale that
    /// brings something nearer than <see cref="BlurSettings.MinNearestDistance"/> is none: what was found is not what the camera measured.
    /// </summary>
    /// <param name="subjectDistance">z in metres from EXIF; null, 0, or 1,000 and more count as not known.</param>
    /// <param name="subjectDisparity">d, the relative disparity of what the camera focused on.</param>
    /// <param name="nearestDistance">Distance of disparity 1 in metres where the photo says nothing, above 0.</param>
    public static DepthScaling Relative(double? subjectDistance, double subjectDisparity, double nearestDistance)
    {
        if (!(nearestDistance > 0))
            throw new ArgumentOutOfRangeException(nameof(nearestDistance), nearestDistance, "A distance must be above 0.");
        double? measured = subjectDistance is > 0 and < FarthestSubject && subjectDisparity >= LeastSubjectDisparity ? subjectDistance * subjectDisparity : null;
        return new DepthScaling(DisparityUnit.Relative, 1 / (measured is >= BlurSettings.MinNearestDistance ? measured.Value : nearestDistance));
    }

    /// <summary>Distance of a disparity in metres; infinity for 0 dioptres.</summary>
    /// <param name="disparity">Disparity, 0 or more.</param>
    public double Metres(double disparity) =>
        1 / (DioptresPerUnit * (Unit == DisparityUnit.Relative ? Math.Max(disparity, LeastDisparity) : Math.Max(disparity, 0)));

    /// <summary>Disparity of a distance; at most 1 where it is relative.</summary>
    /// <param name="metres">Distance, above 0.</param>
    public double Disparity(double metres)
    {
        double disparity = 1 / (DioptresPerUnit * metres);
        return Unit == DisparityUnit.Relative ? Math.Min(1, disparity) : disparity;
    }
}
