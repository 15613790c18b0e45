using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>Finds a picture's subject with an ONNX network as its card says.</summary>
public sealed class SubjectEstimator : IDisposable
{
    private readonly CardedNetwork _network;

    private SubjectEstimator(CardedNetwork network) => _network = network;

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
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does not find subjects.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SubjectEstimator Open(string path, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(CardedNetwork.Open(path, "subject", static meaning => meaning == CardMeaning.Mask, sessions, cancellationToken));

    /// <summary>Finds the subject.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="threads">Threads for what is done to the picture, 1 or more; the network's own threads are fixed when it is opened.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Share of each sample that belongs to the subject, 0 … 1, at the network's own size; the caller disposes of it.</returns>
    /// <exception cref="ModelRunException">The network failed.</exception>
    /// <exception cref="ModelInvalidException">The network does not take the size that its card gives this picture.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Plane<float> Estimate(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        Plane<float> mask = _network.Run(picture, threads, cancellationToken);
        for (int y = 0; y < mask.Height; y++)
        {
            // The comparison also turns values that are no numbers into 0.
            foreach (ref float value in mask.Row(y))
                value = value > 0 ? Math.Min(value, 1) : 0;
        }

        return mask;
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
