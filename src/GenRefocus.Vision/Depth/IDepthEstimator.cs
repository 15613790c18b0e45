using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Finds out how near each part of a picture is from the picture alone.</summary>
public interface IDepthEstimator
{
    /// <summary>Estimates.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="threads">Threads for what is done to the picture, 1 or more; a network's own threads are fixed when it is opened.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Disparity at the estimator's own size; the caller disposes of it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    DepthEstimate Estimate(LinearImage picture, int threads, CancellationToken cancellationToken);
}
