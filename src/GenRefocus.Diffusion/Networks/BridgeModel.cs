using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>The ONNX network of a diffusion bridge: guesses the wanted picture from the state, the given picture, what is known besides, and the time.</summary>
internal sealed class BridgeModel : IDisposable
{
    // A side that every network takes.
    private const int MultipleOfAll = 64;

    private readonly CardedModel _network;
    private readonly CardBridge _bridge;

    private BridgeModel(CardedModel network)
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
    /// <param name="task">What it is for, in messages.</param>
    /// <param name="conditions">Planes that are known besides.</param>
    /// <param name="sessions">Opens the network.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BridgeModel Open(string path, string task, int conditions, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(CardedModel.Open(path, task, static meaning => meaning == CardMeaning.Picture, (model, card) => Misfit(model, card, conditions), sessions, cancellationToken));

    /// <summary>Guesses the wanted picture.</summary>
    /// <param name="state">State, 3 × rows × columns.</param>
    /// <param name="given">The given picture, likewise, 0 … 1.</param>
    /// <param name="conditions">What is known besides, planes × rows × columns.</param>
    /// <param name="time">1 … 0.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="cancellationToken">Ends the run between two of the network's operators.</param>
    /// <returns>The guess, 3 × rows × columns.</returns>
    /// <exception cref="ModelRunException">The network failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public float[] Guess(float[] state, float[] given, float[] conditions, float time, int columns, int rows, CancellationToken cancellationToken)
    {
        long[] picture = [1, EncodedTile.Channels, rows, columns];
        ModelTensor[] inputs =
        [
            new(_bridge.State, state, picture),
            new(Card.Input.Name, given, picture),
            new(_bridge.Condition, conditions, [1, conditions.Length / (rows * columns), rows, columns]),
            new(_bridge.Time, [time], [1]),
        ];
        return _network.Model.Run(inputs, Card.Output.Name, cancellationToken).Values;
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private static string? Misfit(OnnxModel model, ModelCard card, int conditions)
    {
        if (card.Bridge is not { } bridge)
            return "the card lacks the member bridge, which names the inputs of a diffusion bridge.";
        string[] wanted = [bridge.State, card.Input.Name, bridge.Condition, bridge.Time];
        if (model.Inputs.Count != wanted.Length || wanted.Any(name => model.Inputs.All(input => input.Name != name)))
            return $"the model must take {string.Join(", ", wanted.Select(name => $"'{name}'"))}.";
        TensorInfo condition = model.Inputs.First(input => input.Name == bridge.Condition);
        if (!condition.Accepts([1, conditions, MultipleOfAll, MultipleOfAll]))
            return $"'{bridge.Condition}' must take {conditions} planes of any size, but takes {condition}.";
        return model.Outputs.Any(output => output.Name == card.Output.Name) ? null : $"the model has no output '{card.Output.Name}' (output.name).";
    }
}
