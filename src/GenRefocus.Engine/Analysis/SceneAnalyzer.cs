using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>Makes an analysis.</summary>
internal static class SceneAnalyzer
{
    /// <summary>Decodes the photo, gets its depth and looks for what to focus on.</summary>
    public static SceneAnalysis Analyze(
        IPictureSource photo, RefocusRequest request, DepthSource source, StageClock clock, int threads, CancellationToken cancellationToken)
    {
        LinearImage picture = clock.Run(RefocusStage.Decode, _ => photo.ToLinear(threads, cancellationToken));
        SceneDepth? depth = null;
        try
        {
            depth = GetDepth(picture, request, source, clock, cancellationToken);
            return Describe(photo, picture, depth, threads, cancellationToken);
        }
        catch
        {
            depth?.Dispose();
            picture.Dispose();
            throw;
        }
    }

    /// <summary>Gets the depth alone.</summary>
    public static SceneDepth GetDepth(
        LinearImage picture, RefocusRequest request, DepthSource source, StageClock clock, CancellationToken cancellationToken) =>
        clock.Run(RefocusStage.Depth, share => source.Get(picture, request.Settings.Depth, request.RepairImportedDepth, share, cancellationToken));

    /// <summary>Finds out what lies where.</summary>
    public static SceneAnalysis Describe(IPictureSource photo, LinearImage picture, SceneDepth depth, int threads, CancellationToken cancellationToken)
    {
        DisparityHistogram histogram = DisparityHistogram.Of(depth.Disparity, threads, cancellationToken);
        FocusScene scene = new(depth.Disparity, histogram, depth.Unit) { CameraSubject = photo.Capture.UprightSubjectArea };
        FocusPlane automatic = new FocusResolver(scene, threads, cancellationToken).Automatic();
        return new SceneAnalysis(picture, photo.Encoding, photo.Capture, depth, histogram, automatic);
    }
}
