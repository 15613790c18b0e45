using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>The plane of focus and the strength of the blur of one photo.</summary>
/// <param name="Focus">Plane of focus.</param>
/// <param name="Scaling">How many dioptres a unit of disparity is.</param>
/// <param name="Scale">K and the lens it comes from.</param>
internal sealed record LensSetup(FocusPlane Focus, DepthScaling Scaling, BlurScale Scale)
{
    /// <summary>Computes both.</summary>
    public static LensSetup Resolve(SceneAnalysis analysis, RefocusSettings settings, int threads, CancellationToken cancellationToken)
    {
        DepthScaling scaling = analysis.Depth.Unit == DisparityUnit.Dioptres
            ? DepthScaling.Metric
            : DepthScaling.Relative(analysis.Capture.SubjectDistance, analysis.AutomaticFocus.Disparity, settings.Blur.NearestDistance);
        FocusScene scene = new(analysis.Depth.Disparity, analysis.Histogram, analysis.Depth.Unit)
        {
            CameraSubject = analysis.Capture.UprightSubjectArea,
            Subject = analysis.Subject,
        };
        FocusPlane focus = new FocusResolver(scene, threads, cancellationToken).Resolve(settings.Focus, scaling);
        BlurScale scale = BlurScale.Resolve(settings.Blur, analysis.Capture, scaling, focus.Disparity, analysis.Picture.Width, analysis.Picture.Height);
        return new LensSetup(focus, scaling, scale);
    }

    /// <summary>The circle of confusion as a function of disparity and place.</summary>
    public CircleOfConfusion Circle(SceneAnalysis analysis, RefocusSettings settings)
    {
        FocusSettings focus = settings.Focus;
        double width = analysis.Picture.Width, height = analysis.Picture.Height;
        (double sin, double cos) = Math.SinCos(focus.TiltDirection * Math.PI / 180);
        return new CircleOfConfusion
        {
            K = Scale.K,
            FocusDisparity = Focus.Disparity,
            Range = focus.Range * analysis.Histogram.Span,
            Softness = focus.RangeSoftness,
            NearGain = settings.Blur.Near,
            FarGain = settings.Blur.Far,
            TiltX = focus.Tilt * cos / height,
            TiltY = focus.Tilt * sin / height,
            FocusX = Focus.X ?? (width / 2),
            FocusY = Focus.Y ?? (height / 2),
        };
    }
}
