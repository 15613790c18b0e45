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

    private readonly InferenceSessionFactory _sessions =
        new(new InferenceOptions { Provider = options.Provider, Threads = options.Threads, CacheFolder = options.CacheFolder });

    private DepthEstimator? _estimator;
    private string? _estimatorPath;

    /// <summary>Gets the disparity.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="settings">Where from.</param>
    /// <param name="repairsImported">Whether the edges of a file are repaired.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SceneDepth Get(LinearImage picture, DepthSettings settings, bool repairsImported, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using DepthEstimate estimate = settings.IsImported
            ? Import(settings, picture, cancellationToken)
            : Estimator(settings, cancellationToken).Estimate(picture, options.Threads, cancellationToken);
        progress.Report(AfterEstimate);
        Plane<float> full = settings.IsImported
            ? Resampler.Resize(estimate.Disparity, picture.Width, picture.Height, ResampleFilter.Bilinear, options.Threads, cancellationToken)
            : DepthUpsampler.Upsample(estimate.Disparity, picture, options.Threads, cancellationToken);
        progress.Report(AfterUpsampling);
        bool repairs = settings.Edges == DepthEdges.Snap && (!settings.IsImported || repairsImported);
        if (repairs)
            full = Repaired(full, estimate.Scale, cancellationToken);
        return new SceneDepth(full, estimate.Scale == DepthScale.Metric ? DisparityUnit.Dioptres : DisparityUnit.Relative)
        {
            IsImported = settings.IsImported,
            HasRepairedEdges = repairs,
            ModelId = estimate.ModelId,
            ModelSha256 = estimate.ModelSha256,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _estimator?.Dispose();

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
        string path = Path.GetFullPath(DepthModelLocator.Find(settings.Model, options.ModelFolder));
        if (_estimator is not null && _estimatorPath == path)
            return _estimator;
        _estimator?.Dispose();
        _estimator = null;
        _estimator = DepthEstimator.Open(path, _sessions, cancellationToken);
        _estimatorPath = path;
        return _estimator;
    }

    private DepthEstimate Import(DepthSettings settings, LinearImage picture, CancellationToken cancellationToken)
    {
        using DepthFile file = DepthReader.Read(settings.Source, new PhotoReadOptions { Threads = options.Threads }, cancellationToken);
        if (!HasShapeOf(file.Values, picture))
        {
            throw new SettingsException(
                SettingPaths.DepthSource,
                $"the depth has {file.Values.Width} × {file.Values.Height} pixels, which is another shape than the photo's "
                + $"{picture.Width} × {picture.Height}; give depth of the same field of view");
        }

        return DepthImporter.Import(file, settings.Kind switch
        {
            DepthKind.Disparity => DepthMeaning.Disparity,
            DepthKind.Depth => DepthMeaning.Depth,
            DepthKind.Metric => DepthMeaning.Metric,
            _ => DepthMeaning.Auto,
        });
    }

    // The same aspect ratio but for the rounding of one side to whole pixels.
    private static bool HasShapeOf(Plane<float> depth, LinearImage picture) =>
        Math.Abs(((double)depth.Width * picture.Height / picture.Width) - depth.Height) <= 1
        || Math.Abs(((double)depth.Height * picture.Width / picture.Height) - depth.Width) <= 1;
}
