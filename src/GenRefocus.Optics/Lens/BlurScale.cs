using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics;

/// <summary>How strong the blur is, and the lens that it was computed from.</summary>
/// <param name="K">Radius of the blur disc in pixels for each unit of disparity, strength included, 0 or more.</param>
/// <param name="FocalLength">Focal length in millimetres; null where K was given.</param>
/// <param name="SensorWidth">Longer side of the sensor in millimetres; null where K was given.</param>
/// <param name="FocusDistance">Distance of the plane of focus in metres, infinity allowed; null where K was given.</param>
public sealed record BlurScale(double K, double? FocalLength, double? SensorWidth, double? FocusDistance)
{
    /// <summary>Focal length in millimetres of the full-frame camera where the photo does not say its own.</summary>
    public const double DefaultFocalLength = 50;

    /// <summary>Computes K from settings and from what the camera noted.</summary>
    /// <param name="settings">f-number, camera, strength, or K itself.</param>
    /// <param name="capture">What the camera noted.</param>
    /// <param name="scaling">How many dioptres a unit of disparity is.</param>
    /// <param name="focusDisparity">Disparity of the plane of focus, 0 or more.</param>
    /// <param name="width">Columns of the picture at full size.</param>
    /// <param name="height">Rows of the picture at full size.</param>
    /// <exception cref="SettingsException">The photo's own camera is asked for and a tag of it is missing.</exception>
    public static BlurScale Resolve(BlurSettings settings, CaptureInfo capture, DepthScaling scaling, double focusDisparity, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(capture);
        if (settings.K is { } k)
            return new BlurScale(k * settings.Strength, null, null, null);

        (double focalLength, double sensorWidth) = settings.Camera == BlurCamera.Photo
            ? OwnLens(capture)
            : (Known(capture.FocalLength35Mm) ?? DefaultFocalLength, ThinLens.FullFrameWidth);
        double metres = Math.Max(scaling.Metres(focusDisparity), ThinLens.NearestFocus * focalLength / 1000);
        double perDioptre = ThinLens.PixelsPerDioptre(focalLength, settings.FNumber, metres * 1000, sensorWidth, Math.Max(width, height));
        return new BlurScale(perDioptre * scaling.DioptresPerUnit * settings.Strength, focalLength, sensorWidth, metres);
    }

    private static (double FocalLength, double SensorWidth) OwnLens(CaptureInfo capture)
    {
        double focalLength = Known(capture.FocalLength) ?? throw Missing("FocalLength");
        double equivalent = Known(capture.FocalLength35Mm) ?? throw Missing("FocalLengthIn35mmFilm");
        return (focalLength, ThinLens.FullFrameWidth * focalLength / equivalent);
    }

    private static double? Known(double? length) => length is > 0 && double.IsFinite(length.Value) ? length : null;

    private static SettingsException Missing(string tag) => new(
        "blur.camera", $"the photo's own camera is asked for, but its EXIF data lack {tag}; use full-frame, or give the blur itself (--k)");
}
