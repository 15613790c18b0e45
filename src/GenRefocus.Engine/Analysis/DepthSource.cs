using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;
using GenRefocus.Vision;

namespace GenRefocus.Engine;

/// <summary>Gets a picture's disparity from a network or a file and brings it to the picture's size. Keeps the last network open.</summary>
internal sealed class DepthSource(EngineOptions options) : IDisposable
{
    // Shares of the stage, measured at 12 megapixels.
    private const double AfterEstimate = 0.5, AfterUpsampling = 0.9;

    private const int TrialSide = 64;

    private readonly InferenceSessionFactory _sessions =
        new(new InferenceOptions { Provider = options.Provider, Threads = options.Threads, CacheFolder = options.CacheFolder });

    private Task<DepthEstimator>? _estimator;
    private string? _estimatorPath;

    /// <summary>
    /// Begins to open the network that the settings name, if they name one, while the caller does something else, and tries it and what follows it on a small picture: the
    /// first run of a method costs its compilation. What goes wrong comes out of <see cref="Get"/>.
    /// </summary>
    /// <param name="settings">Where the depth comes from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(DepthSettings settings, CancellationToken cancellationToken)
    {
        if (settings.IsImported || options.Threads == 1)
            return;
        try
        {
            _ = Opening(settings, WarmUp, cancellationToken);
        }
        catch (ModelMissingException)
        {
            // Said again when it is needed, after what is wrong with the photo.
        }
    }

    /// <summary>Gets the disparity.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="settings">Where from.</param>
    /// <param name="repairsImported">Whether the edges of a file are repaired.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SceneDepth Get(LinearImage picture, DepthSettings settings, bool repairsImported, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (settings.IsImported)
        {
            using DepthFile file = ImportedDepth.Read(settings, picture, options.Threads, cancellationToken);
            return Import(file, picture, settings, repairsImported, progress, cancellationToken);
        }

        using DepthEstimate estimate = Estimator(settings, cancellationToken).Estimate(picture, options.Threads, cancellationToken);
        progress.Report(AfterEstimate);
        Plane<float> full = DepthUpsampler.Upsample(estimate.Disparity, picture, options.Threads, cancellationToken);
        return Finish(full, estimate, settings.Edges == DepthEdges.Snap, isImported: false, progress, cancellationToken);
    }

    /// <summary>Turns the values of a depth file into disparity of the picture's size.</summary>
    /// <param name="file">The file's values; they are left as they are.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="settings">What the values mean.</param>
    /// <param name="repairsImported">Whether the edges of a file are repaired.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SceneDepth Import(
        DepthFile file, LinearImage picture, DepthSettings settings, bool repairsImported, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using DepthEstimate estimate = DepthImporter.Import(file, ImportedDepth.Meaning(settings.Kind));
        progress.Report(AfterEstimate);
        Plane<float> full = Resampler.Resize(
            estimate.Disparity, picture.Width, picture.Height, ResampleFilter.Bilinear, options.Threads, cancellationToken);
        return Finish(full, estimate, settings.Edges == DepthEdges.Snap && repairsImported, isImported: true, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private SceneDepth Finish(
        Plane<float> full, DepthEstimate estimate, bool repairs, bool isImported, IProgress<double> progress, CancellationToken cancellationToken)
    {
        progress.Report(AfterUpsampling);
        if (repairs)
            full = Repaired(full, estimate.Scale, cancellationToken);
        return new SceneDepth(full, estimate.Scale == DepthScale.Metric ? DisparityUnit.Dioptres : DisparityUnit.Relative)
        {
            IsImported = isImported,
            HasRepairedEdges = repairs,
            ModelId = estimate.ModelId,
            ModelSha256 = estimate.ModelSha256,
        };
    }

    private Plane<float> Repaired(Plane<float> disparity, DepthScale scale, CancellationToken cancellationToken)
    {
        using (disparity)
        {
            double range = scale == DepthScale.Relative ? 1 : DisparityHistogram.Of(disparity, options.Threads, cancellationToken).Span;
            return DepthEdgeRepair.Apply(disparity, (float)range, options.Threads, cancellationToken);
        }
    }

    private DepthEstimator Estimator(DepthSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return Opening(settings, static (_, _) => { }, cancellationToken).GetAwaiter().GetResult();
        }
        catch
        {
            Close();
            throw;
        }
    }

    private Task<DepthEstimator> Opening(DepthSettings settings, Action<DepthEstimator, CancellationToken> use, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(DepthModelLocator.Find(settings.Model, options.ModelFolder));
        if (_estimator is not null && _estimatorPath == path)
            return _estimator;
        Close();
        _estimatorPath = path;
        return _estimator = Task.Run(() => Open(path, use, cancellationToken), CancellationToken.None);
    }

    private DepthEstimator Open(string path, Action<DepthEstimator, CancellationToken> use, CancellationToken cancellationToken)
    {
        DepthEstimator estimator = DepthEstimator.Open(path, _sessions, cancellationToken);
        try
        {
            use(estimator, cancellationToken);
            return estimator;
        }
        catch
        {
            estimator.Dispose();
            throw;
        }
    }

    private static void WarmUp(DepthEstimator estimator, CancellationToken cancellationToken)
    {
        using LinearImage picture = new(TrialSide, TrialSide);
        picture.Fill(Vector4.UnitW);
        using DepthEstimate estimate = estimator.Estimate(picture, 1, cancellationToken);
        using Plane<float> small = Resampler.Resize(estimate.Disparity, TrialSide / 2, TrialSide / 2, ResampleFilter.Area, 1, cancellationToken);
        using Plane<float> full = DepthUpsampler.Upsample(small, picture, 1, cancellationToken);
        DepthEdgeRepair.Apply(full, 1, 1, cancellationToken).Dispose();
    }

    private void Close()
    {
        // One that is still being opened is waited for: it must not outlive its owner.
        if (_estimator is not null && _estimator.ContinueWith(static opening => opening.IsCompletedSuccessfully, TaskScheduler.Default).GetAwaiter().GetResult())
            _estimator.Result.Dispose();
        _estimator = null;
        _estimatorPath = null;
    }
}
