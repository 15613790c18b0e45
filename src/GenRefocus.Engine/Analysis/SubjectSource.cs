using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Vision;

namespace GenRefocus.Engine;

/// <summary>Finds a picture's subject with the shipped network, where it is installed.</summary>
internal sealed class SubjectSource(EngineOptions options, InferenceSessionFactory sessions) : IDisposable
{
    private const int TrialSide = 64;
    private const float Inside = 0.5f;

    private readonly KeptNetwork<SubjectEstimator> _network = new((path, token) => SubjectEstimator.Open(path, sessions, token));

    /// <summary>Begins to open the network aside.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(CancellationToken cancellationToken)
    {
        if (SubjectModelLocator.Find(options.ModelFolder) is { } path)
            _network.Prepare(Path.GetFullPath(path), TryOut, cancellationToken);
    }

    /// <summary>Finds the subject.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The subject, whose mask is the caller's to dispose of; null where the network is not installed. A picture without a subject has an empty mask.</returns>
    public SubjectMask? Find(LinearImage picture, CancellationToken cancellationToken)
    {
        if (SubjectModelLocator.Find(options.ModelFolder) is not { } path)
            return null;
        using Plane<float> small = _network.Use(Path.GetFullPath(path), network => network.Estimate(picture, options.Threads, cancellationToken), cancellationToken);
        double score = Score(small);
        return new SubjectMask(MaskUpsampler.Upsample(small, picture, options.Threads, cancellationToken), score);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private static double Score(Plane<float> mask)
    {
        double sum = 0;
        long count = 0;
        for (int y = 0; y < mask.Height; y++)
        {
            foreach (float value in mask.Row(y))
            {
                if (value > Inside)
                {
                    sum += value;
                    count++;
                }
            }
        }

        return count > 0 ? sum / count : 0;
    }

    private static void TryOut(SubjectEstimator estimator, CancellationToken cancellationToken)
    {
        using LinearImage picture = new(TrialSide, TrialSide);
        picture.Fill(Vector4.UnitW);
        using Plane<float> mask = estimator.Estimate(picture, 1, cancellationToken);
        using Plane<float> small = Resampler.Resize(mask, TrialSide / 2, TrialSide / 2, ResampleFilter.Area, 1, cancellationToken);
        MaskUpsampler.Upsample(small, picture, 1, cancellationToken).Dispose();
    }
}
