using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>Keeps what was last found out about a photo: its all-in-focus picture, which other depth does not change, and the analysis.</summary>
internal sealed class AnalysisCache(SceneSources sources, int threads) : IDisposable
{
    private (IPictureSource Photo, DeblurRequest Deblur)? _sharpKey;
    private AllInFocus? _sharp;
    private AnalysisKey? _key;

    // Always of the picture that is kept: it goes before the picture does.
    private SceneAnalysis? _analysis;

    /// <summary>The stages that an analysis takes, in order; none where it is there.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">What is asked for.</param>
    public IEnumerable<RefocusStage> StagesOf(IPictureSource photo, RefocusRequest request)
    {
        if (Find(photo, request) is not null)
            return [];
        RefocusStage[] depth = [RefocusStage.Subject, RefocusStage.Depth];
        return IsSharp(photo, request) ? depth : [.. SharpeningStages(DeblurRequest.Of(request.Settings)), .. depth];
    }

    /// <summary>The stages up to the all-in-focus picture.</summary>
    /// <param name="request">What is wanted.</param>
    public static IEnumerable<RefocusStage> SharpeningStages(DeblurRequest request) =>
        request == DeblurRequest.Off ? [RefocusStage.Decode] : [RefocusStage.Decode, RefocusStage.Deblur];

    /// <summary>The analysis, where it is there.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">What is asked for.</param>
    public SceneAnalysis? Find(IPictureSource photo, RefocusRequest request) =>
        _analysis is not null && IsSharp(photo, request) && _key == Key(request) ? _analysis : null;

    /// <summary>Makes the analysis; what was kept of another goes.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="clock">Measures the stages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SceneAnalysis Make(IPictureSource photo, RefocusRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        _analysis?.Dispose();
        _analysis = null;
        if (!IsSharp(photo, request))
        {
            _sharp?.Dispose();
            _sharp = null;
            DeblurRequest wanted = DeblurRequest.Of(request.Settings);
            _sharp = SceneAnalyzer.Sharpen(photo, wanted, sources, clock, threads, cancellationToken);
            _sharpKey = (photo, wanted);
        }

        _analysis = SceneAnalyzer.Analyze(photo, _sharp!, request, sources, clock, threads, cancellationToken);
        _key = Key(request);
        return _analysis;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _analysis?.Dispose();
        _sharp?.Dispose();
    }

    private bool IsSharp(IPictureSource photo, RefocusRequest request) => _sharp is not null && _sharpKey == (photo, DeblurRequest.Of(request.Settings));

    private static AnalysisKey Key(RefocusRequest request) => new(request.Settings.Depth, request.RepairImportedDepth);
}
