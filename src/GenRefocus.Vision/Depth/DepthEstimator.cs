using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>Estimates depth with an ONNX network as its card says.</summary>
public sealed class DepthEstimator : IDepthEstimator, IDisposable
{
    private readonly CardedNetwork _network;

    private DepthEstimator(CardedNetwork network) => _network = network;

    /// <summary>The network's card.</summary>
    public ModelCard Card => _network.Card;

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => _network.Sha256;

    /// <summary>What computes the network.</summary>
    public ExecutionProvider Provider => _network.Provider;

    /// <summary>Opens a network and its card.</summary>
    /// <param name="path">The ONNX file; its card lies beside it.</param>
    /// <param name="sessions">Opens the network; its options set the network's threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The estimator; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does not estimate depth.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DepthEstimator Open(string path, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(CardedNetwork.Open(path, "depth", static meaning => meaning is CardMeaning.Disparity or CardMeaning.Depth or CardMeaning.Metric, sessions, cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="ModelRunException">The network failed or returned nothing usable.</exception>
    /// <exception cref="ModelInvalidException">The network does not take the size that its card gives this picture.</exception>
    public DepthEstimate Estimate(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        Plane<float> plane = _network.Run(picture, threads, cancellationToken);
        if (NetworkDepth.ToDisparity(plane, Card.Output.Meaning) is { } scale)
            return new DepthEstimate(plane, scale) { ModelId = Card.Id, ModelSha256 = Sha256 };
        plane.Dispose();
        throw new ModelRunException(_network.Path, $"The model '{_network.Path}' returned no usable depth for this picture.");
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
