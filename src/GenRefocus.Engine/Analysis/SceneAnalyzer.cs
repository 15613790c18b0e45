using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>Makes an analysis.</summary>
internal static class SceneAnalyzer
{
    /// <summary>Decodes the photo and makes what is soft sharp.</summary>
    public static AllInFocus Sharpen(
        IPictureSource photo, DeblurRequest request, SceneSources sources, StageClock clock, int threads, CancellationToken cancellationToken)
    {
        LinearImage picture = clock.Run(RefocusStage.Decode, _ => photo.ToLinear(threads, cancellationToken));
        return request == DeblurRequest.Off
            ? new AllInFocus(picture, null)
            : clock.Run(RefocusStage.Deblur, share => sources.Deblur.Restore(picture, request, share, cancellationToken));
    }

    /// <summary>Finds the subject, gets the depth and looks for what to focus on.</summary>
    public static SceneAnalysis Analyze(
        IPictureSource photo, AllInFocus sharp, RefocusRequest request, SceneSources sources, StageClock clock, int threads, CancellationToken cancellationToken)
    {
        SubjectMask? subject = null;
        SceneDepth? depth = null;
        try
        {
            subject = FindSubject(sharp.Picture, sources, clock, cancellationToken);
            depth = GetDepth(sharp.Picture, subject, request, sources, clock, cancellationToken);
            return Describe(photo, sharp, depth, subject, threads, cancellationToken);
        }
        catch
        {
            depth?.Dispose();
            subject?.Mask.Dispose();
            throw;
        }
    }

    /// <summary>Finds the subject alone; its mask is the caller's to dispose of.</summary>
    public static SubjectMask? FindSubject(LinearImage picture, SceneSources sources, StageClock clock, CancellationToken cancellationToken) =>
        clock.Run(RefocusStage.Subject, _ => sources.Subject.Find(picture, cancellationToken));

    /// <summary>Gets the depth alone.</summary>
    public static SceneDepth GetDepth(
        LinearImage picture, SubjectMask? subject, RefocusRequest request, SceneSources sources, StageClock clock, CancellationToken cancellationToken) =>
        clock.Run(
            RefocusStage.Depth,
            share => sources.Depth.Get(picture, subject?.Mask, request.Settings.Depth, request.RepairImportedDepth, share, cancellationToken));

    /// <summary>Finds out what lies where.</summary>
    public static SceneAnalysis Describe(
        IPictureSource photo, AllInFocus sharp, SceneDepth depth, SubjectMask? subject, int threads, CancellationToken cancellationToken)
    {
        DisparityHistogram histogram = DisparityHistogram.Of(depth.Disparity, threads, cancellationToken);
        FocusScene scene = new(depth.Disparity, histogram, depth.Unit) { CameraSubject = photo.Capture.UprightSubjectArea, Subject = subject };
        FocusPlane automatic = new FocusResolver(scene, threads, cancellationToken).Automatic();
        return new SceneAnalysis(sharp, photo.Encoding, photo.Capture, depth, subject, histogram, automatic);
    }
}
