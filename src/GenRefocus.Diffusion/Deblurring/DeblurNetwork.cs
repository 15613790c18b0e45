using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>The bridge's ONNX network: guesses the sharp picture from the state, the blurred picture, its radii and the time.</summary>
public sealed class DeblurNetwork : IDisposable
{
    private readonly CardedModel _network;
    private readonly CardBridge _bridge;

    private DeblurNetwork(CardedModel network)
    {
        _network = network;
        _bridge = network.Card.Bridge!;
    }

    /// <summary>The network's card.</summary>
    public ModelCard Card => _network.Card;

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => _network.Sha256;

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
        new(CardedModel.Open(path, "deblurring", static meaning => meaning == CardMeaning.Picture, Misfit, sessions, cancellationToken));

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
    public float[] Guess(float[] state, float[] given, float[] radius, float time, int columns, int rows, CancellationToken cancellationToken)
    {
        long[] picture = [1, EncodedTile.Channels, rows, columns];
        ModelTensor[] inputs =
        [
            new(_bridge.State, state, picture), new(Card.Input.Name, given, picture), new(_bridge.Condition, radius, [1, 1, rows, columns]), new(_bridge.Time, [time], [1]),
        ];
        return _network.Model.Run(inputs, Card.Output.Name, cancellationToken).Values;
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private static string? Misfit(OnnxModel model, ModelCard card)
    {
        if (card.Bridge is not { } bridge)
            return "the card lacks the member bridge, which names the inputs of a diffusion bridge.";
        string[] wanted = [bridge.State, card.Input.Name, bridge.Condition, bridge.Time];
        if (model.Inputs.Count != wanted.Length || wanted.Any(name => model.Inputs.All(input => input.Name != name)))
            return $"the model must take {string.Join(", ", wanted.Select(name => $"'{name}'"))}.";
        return model.Outputs.Any(output => output.Name == card.Output.Name) ? null : $"the model has no output '{card.Output.Name}' (output.name).";
    }
}
