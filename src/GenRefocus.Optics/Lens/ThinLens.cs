namespace GenRefocus.Optics;

/// <summary>
/// The thin lens: how large the image of a point is that lies outside the plane of focus. With focal length f, f-number N and focus distance D, all in
/// millimetres, a point whose disparity differs by δ dioptres from that of the focus has a blur disc of radius f²·D/(2·N·(D − f))·δ/1000 on the sensor.
/// </summary>
public static class ThinLens
{
    /// <summary>The nearest focus in focal lengths; nearer, the formula grows without limit, and macro lenses are not thin.</summary>
    public const double NearestFocus = 4;

    /// <summary>Width of a full-frame sensor in millimetres.</summary>
    public const double FullFrameWidth = 36;

    /// <summary>K: radius of the blur disc in pixels for each dioptre of distance from the plane of focus.</summary>
    /// <param name="focalLength">f in millimetres, above 0.</param>
    /// <param name="fNumber">N, above 0.</param>
    /// <param name="focusDistance">D in millimetres, infinity allowed; below <see cref="NearestFocus"/> focal lengths that limit is used.</param>
    /// <param name="sensorWidth">Longer side of the sensor in millimetres, above 0.</param>
    /// <param name="longerSide">Longer side of the picture in pixels, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not above 0.</exception>
    public static double PixelsPerDioptre(double focalLength, double fNumber, double focusDistance, double sensorWidth, int longerSide)
    {
        Check(focalLength, nameof(focalLength));
        Check(fNumber, nameof(fNumber));
        Check(sensorWidth, nameof(sensorWidth));
        ArgumentOutOfRangeException.ThrowIfLessThan(longerSide, 1);
        if (!(focusDistance > 0))
            throw new ArgumentOutOfRangeException(nameof(focusDistance), focusDistance, "A distance must be above 0.");

        double distance = Math.Max(focusDistance, NearestFocus * focalLength);
        double magnification = double.IsPositiveInfinity(distance) ? 1 : distance / (distance - focalLength);
        return focalLength * focalLength * magnification / (2 * fNumber) * (longerSide / sensorWidth) / 1000;
    }

    private static void Check(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "A length or f-number must be finite and above 0.");
    }
}
