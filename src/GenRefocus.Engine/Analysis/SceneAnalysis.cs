using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Rendering;

namespace GenRefocus.Engine;

/// <summary>
/// What is known about a photo whatever the lens: its all-in-focus picture, its disparity, and what lies where. Made once a photo, stage 1 and depth source. It
/// belongs to the pipeline that made it, as does its picture.
/// </summary>
public sealed class SceneAnalysis : IDisposable
{
    private SubjectMatte? _matte;
    private bool _matteIsKnown;

    internal SceneAnalysis(
        AllInFocus sharp,
        ColourEncoding encoding,
        CaptureInfo capture,
        SceneDepth depth,
        SubjectMask? subject,
        DisparityHistogram histogram,
        FocusPlane automaticFocus)
    {
        Sharp = sharp;
        Encoding = encoding;
        Capture = capture;
        Depth = depth;
        Subject = subject;
        Histogram = histogram;
        AutomaticFocus = automaticFocus;
    }

    /// <summary>The all-in-focus picture, linear and premultiplied, in the photo's primaries.</summary>
    public LinearImage Picture => Sharp.Picture;

    /// <summary>What stage 1 found and did; null where it was left out.</summary>
    public DeblurReport? Deblur => Sharp.Deblur;

    /// <summary>What the photo's integers stand for.</summary>
    public ColourEncoding Encoding { get; }

    /// <summary>What the camera noted.</summary>
    public CaptureInfo Capture { get; }

    /// <summary>Disparity of every pixel and where it came from.</summary>
    public SceneDepth Depth { get; }

    /// <summary>Where the subject is; null where no network that finds it is installed.</summary>
    public SubjectMask? Subject { get; }

    /// <summary>All disparities.</summary>
    public DisparityHistogram Histogram { get; }

    /// <summary>What the picture is focused on when the user says nothing.</summary>
    public FocusPlane AutomaticFocus { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _matte?.Dispose();
        Depth.Dispose();
        Subject?.Mask.Dispose();
    }

    /// <summary>
    /// The subject's outline taken apart, at the first call: only a drawn blur needs it. It stays the analysis's; null where there is none, and for depth from a file, which is exact.
    /// </summary>
    internal SubjectMatte? Matte(int threads, CancellationToken cancellationToken)
    {
        if (!_matteIsKnown && Subject is not null && !Depth.IsImported)
        {
            double range = Depth.Unit == DisparityUnit.Relative ? 1 : Histogram.Span;
            _matte = MatteEstimator.Estimate(Picture, Subject.Mask, Depth.Disparity, (float)range, threads, cancellationToken);
        }

        _matteIsKnown = true;
        return _matte;
    }

    private AllInFocus Sharp { get; }
}
