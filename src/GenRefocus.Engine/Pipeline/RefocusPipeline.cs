using System.Reflection;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>
/// Refocuses photos: depth, plane of focus, lens, render. What does not depend on the lens is kept for the last photo, so that a moved slider only renders. For
/// one caller at a time.
/// </summary>
public sealed class RefocusPipeline : IDisposable
{
    /// <summary>The stages that this version has beyond those that every version has.</summary>
    public const RefocusFeatures Features = ShippedFeatures.All;

    private static readonly RefocusStage[] DepthStages = [RefocusStage.Decode, RefocusStage.Subject, RefocusStage.Depth];
    private static readonly RefocusStage[] LensStages = [RefocusStage.Focus, RefocusStage.Lens, RefocusStage.Render];

    private readonly EngineOptions _options;
    private readonly SceneSources _sources;
    private readonly bool _ownsSources;
    private readonly AnalysisCache _analyses;
    private readonly SceneViews _views;

    /// <summary>Makes a pipeline; no network is opened before it is needed.</summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread.</exception>
    public RefocusPipeline(EngineOptions options)
        : this(options, new SceneSources(options)) => _ownsSources = true;

    /// <summary>Makes a pipeline that asks the same networks as others.</summary>
    /// <param name="options">How it works.</param>
    /// <param name="sources">The networks; they stay the caller's.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread.</exception>
    public RefocusPipeline(EngineOptions options, SceneSources sources)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        _options = options;
        _sources = sources;
        _analyses = new AnalysisCache(sources, options.Threads);
        _views = new SceneViews(options.Threads);
    }

    /// <summary>Version of the program, as it stands in reports.</summary>
    public static string Version { get; } =
        typeof(RefocusPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Begins what does not need the photo, where a second thread is free for it: call it before the photo is read.</summary>
    /// <param name="request">What will be asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Prepare(RefocusRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _sources.Prepare(request, cancellationToken);
    }

    /// <summary>Makes a photo's all-in-focus picture and nothing else; nothing is kept.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">Only the settings of stage 1 count.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    /// <exception cref="SettingsException">A setting is not allowed or needs a stage that does not exist.</exception>
    /// <exception cref="Inference.ModelException">A network is missing where it must be there, broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AllInFocus Sharpen(IPictureSource photo, RefocusRequest request, IProgress<RefocusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        DeblurRequest wanted = DeblurRequest.Of(request.Settings);
        StageClock clock = new(progress, [.. AnalysisCache.SharpeningStages(wanted)]);
        return SceneAnalyzer.Sharpen(photo, wanted, _sources, clock, _options.Threads, cancellationToken);
    }

    /// <summary>Gets the depth of a photo as it is and nothing else; nothing is kept.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">Only the depth settings count.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The depth; the caller disposes of it.</returns>
    /// <exception cref="SettingsException">A setting needs a stage that does not exist, or the depth has another shape than the photo.</exception>
    /// <exception cref="PictureException">The depth file cannot be read.</exception>
    /// <exception cref="Inference.ModelException">The network is missing, broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SceneDepth GetDepth(IPictureSource photo, RefocusRequest request, IProgress<RefocusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        StageClock clock = new(progress, DepthStages);
        using LinearImage picture = clock.Run(RefocusStage.Decode, _ => photo.ToLinear(_options.Threads, cancellationToken));

        // Only estimated depth asks where the subject ends.
        SubjectMask? subject = request.Settings.Depth.IsImported ? null : SceneAnalyzer.FindSubject(picture, _sources, clock, cancellationToken);
        using Plane<float>? mask = subject?.Mask;
        return SceneAnalyzer.GetDepth(picture, subject, request, _sources, clock, cancellationToken);
    }

    /// <summary>Finds a photo's subject and nothing else; nothing is kept.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The subject, whose mask the caller disposes of; null where the network is not installed.</returns>
    /// <exception cref="Inference.ModelException">The network is broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SubjectMask? GetSubject(Photo photo, IProgress<RefocusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        StageClock clock = new(progress, [RefocusStage.Decode, RefocusStage.Subject]);
        using LinearImage picture = clock.Run(RefocusStage.Decode, _ => photo.ToLinear(_options.Threads, cancellationToken));
        return SceneAnalyzer.FindSubject(picture, _sources, clock, cancellationToken);
    }

    /// <summary>
    /// Finds out what does not depend on the lens. The last analysis is kept: asking again for the same photo instance, stage 1 and depth costs nothing.
    /// </summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">Only the settings of stage 1 and of the depth count.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The analysis; it stays the pipeline's and lives until the next one is made.</returns>
    /// <exception cref="SettingsException">A setting needs a stage that does not exist, or the depth has another shape than the photo.</exception>
    /// <exception cref="PictureException">The depth file cannot be read.</exception>
    /// <exception cref="Inference.ModelException">The network is missing, broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SceneAnalysis Analyze(IPictureSource photo, RefocusRequest request, IProgress<RefocusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        return Analyze(photo, request, new StageClock(progress, [.. _analyses.StagesOf(photo, request)]), cancellationToken);
    }

    /// <summary>Makes the view of a photo that the settings ask for.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The picture and how it was made; the caller disposes of it.</returns>
    /// <exception cref="SettingsException">A setting is not allowed, needs a stage that does not exist, or does not fit the photo.</exception>
    /// <exception cref="ArgumentException">The region is not inside the photo.</exception>
    /// <exception cref="PictureException">The depth file or the aperture's picture cannot be read.</exception>
    /// <exception cref="Inference.ModelException">The network is missing, broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RefocusResult Refocus(IPictureSource photo, RefocusRequest request, IProgress<RefocusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(request);
        FeatureReport features = Check(request);
        RefocusSettings settings = request.Settings;
        _sources.Bokeh.Check(request);
        bool refine = BokehSource.IsWanted(request);
        StageClock clock = new(progress, [.. _analyses.StagesOf(photo, request), .. LensStages, .. refine ? [RefocusStage.Refine] : Array.Empty<RefocusStage>()]);
        SceneAnalysis analysis = Analyze(photo, request, clock, cancellationToken);
        if (request.Region is { } region && !region.IsInside(analysis.Picture.Width, analysis.Picture.Height))
            throw new ArgumentException($"The region {region} is not inside the picture of {analysis.Picture.Width} × {analysis.Picture.Height}.", nameof(request));
        LensSetup lens = clock.Run(RefocusStage.Focus, _ => LensSetup.Resolve(analysis, settings, _options.Threads, cancellationToken));
        DefocusMap defocus = clock.Run(RefocusStage.Lens, _ => _views.Defocus(analysis, settings, lens, cancellationToken));
        LinearImage picture = clock.Run(RefocusStage.Render, share => _views.Make(analysis, request, defocus, share, cancellationToken));
        BokehReport? bokeh = null;
        if (refine)
            (picture, bokeh) = clock.Run(RefocusStage.Refine, share => _sources.Bokeh.Refine(picture, analysis.Picture, defocus, settings, share, cancellationToken));
        return new RefocusResult(picture, ReportBuilder.Build(settings, analysis, lens, defocus, bokeh, features, clock.Seconds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _views.Dispose();
        _analyses.Dispose();
        if (_ownsSources)
            _sources.Dispose();
    }

    private static FeatureReport Check(RefocusRequest request)
    {
        SettingsCatalog.Validate(request.Settings);
        return FeatureCheck.Check(request.Settings, Features);
    }

    private SceneAnalysis Analyze(IPictureSource photo, RefocusRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        if (_analyses.Find(photo, request) is { } known)
            return known;
        _views.Forget();
        return _analyses.Make(photo, request, clock, cancellationToken);
    }
}
