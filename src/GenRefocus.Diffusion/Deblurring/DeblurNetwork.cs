using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>The bridge's ONNX network: guesses the sharp picture from the state, the blurred picture, its radii and the time.</summary>
public sealed class DeblurNetwork : IDisposable
{
    private readonly BridgeModel _bridge;

    private DeblurNetwork(BridgeModel bridge) => _bridge = bridge;

    /// <summary>The network's card.</summary>
    public ModelCard Card => _bridge.Card;

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => _bridge.Sha256;

    /// <summary>Scale of the noise between the two ends.</summary>
    public float Noise => _bridge.Noise;

    /// <summary>Opens a network and its card.</summary>
    /// <param name="path">The ONNX file; its card lies beside it.</param>
    /// <param name="sessions">Opens the network; its options set the network's threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The network; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DeblurNetwork Open(string path, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(BridgeModel.Open(path, "deblurring", 1, sessions, cancellationToken));

    /// <summary>Guesses the sharp picture.</summary>
    /// <param name="state">State, 3 × rows × columns.</param>
    /// <param name="given">The blurred picture, likewise, 0 … 1.</param>
    /// <param name="radius">Radius of every pixel, rows × columns.</param>
    /// <param name="time">1 … 0.</param>
    /// <param name="columns">Columns, a multiple of 16.</param>
    /// <param name="rows">Rows, a multiple of 16.</param>
    /// <param name="cancellationToken">Ends the run between two of the network's operators.</param>
    /// <returns>The guess, 3 × rows × columns.</returns>
    /// <exception cref="ModelRunException">The network failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public float[] Guess(float[] state, float[] given, float[] radius, float time, int columns, int rows, CancellationToken cancellationToken) =>
        _bridge.Guess(state, given, radius, time, columns, rows, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _bridge.Dispose();
}
