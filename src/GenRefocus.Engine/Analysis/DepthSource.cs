using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;
using GenRefocus.Vision;

namespace GenRefocus.Engine;

/// <summary>Gets a picture's disparity from a network or a file and brings it to the picture's size. Keeps the last network open.</summary>
internal sealed class DepthSource(EngineOptions options, InferenceSessionFactory sessions) : IDisposable
{
    // Shares of the stage, measured at 12 megapixels.
    private const double AfterEstimate = 0.5, AfterUpsampling = 0.9;

    private const int TrialSide = 64;

    private readonly KeptNetwork<DepthEstimator> _network = new((path, token) => DepthEstimator.Open(path, sessions, token));

    /// <summary>
    /// Begins to open the network that the settings name, if they name one, while the caller does something else, and tries it and what follows it on a small picture: the
    /// first run of a method costs its compilation. What goes wrong comes out of <see cref="Get"/>.
    /// </summary>
    /// <param name="settings">Where the depth comes from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(DepthSettings settings, CancellationToken cancellationToken)
    {
        if (settings.IsImported)
            return;
        try
        {
            _network.Prepare(PathOf(settings), TryOut, cancellationToken);
        }
        catch (ModelMissingException)
        {
            // Said again when it is needed, after what is wrong with the photo.
        }
    }

    /// <summary>Gets the disparity.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="subject">Mask of the subject, of the picture's size, whose outline is an edge of the depth; null where none is known.</param>
    /// <param name="settings">Where from.</param>
    /// <param name="repairsImported">Whether the edges of a file are repaired.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SceneDepth Get(
        LinearImage picture,
        Plane<float>? subject,
        DepthSettings settings,
        bool repairsImported,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        if (settings.IsImported)
        {
            using DepthFile file = ImportedDepth.Read(settings, picture, options.Threads, cancellationToken);
            return Import(file, picture, settings, repairsImported, progress, cancellationToken);
        }

        using DepthEstimate estimate = _network.Use(PathOf(settings), network => network.Estimate(picture, options.Threads, cancellationToken), cancellationToken);
        progress.Report(AfterEstimate);
        Plane<float> full = DepthUpsampler.Upsample(estimate.Disparity, picture, subject, options.Threads, cancellationToken);
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
    public void Dispose() => _network.Dispose();

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

    private string PathOf(DepthSettings settings) => Path.GetFullPath(DepthModelLocator.Find(settings.Model, options.ModelFolder));

    private static void TryOut(DepthEstimator estimator, CancellationToken cancellationToken)
    {
        using LinearImage picture = new(TrialSide, TrialSide);
        picture.Fill(Vector4.UnitW);
        using DepthEstimate estimate = estimator.Estimate(picture, 1, cancellationToken);
        using Plane<float> small = Resampler.Resize(estimate.Disparity, TrialSide / 2, TrialSide / 2, ResampleFilter.Area, 1, cancellationToken);
        using Plane<float> full = DepthUpsampler.Upsample(small, picture, null, 1, cancellationToken);
        DepthEdgeRepair.Apply(full, 1, 1, cancellationToken).Dispose();
    }
}
