using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>An ONNX network and its card: from a picture to the one plane that the card names.</summary>
internal sealed class CardedNetwork : IDisposable
{
    /// <summary>Ranks that an input may have: 3 × H × W with up to two ones before it.</summary>
    private const int MinRank = 3, MaxRank = 5;

    private readonly CardedModel _carded;
    private readonly OnnxModel _model;
    private readonly TensorInfo _input;

    private CardedNetwork(CardedModel carded)
    {
        _carded = carded;
        _model = carded.Model;
        _input = _model.Inputs[0];
    }

    /// <summary>The network's card.</summary>
    public ModelCard Card => _carded.Card;

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => _carded.Sha256;

    /// <summary>What computes the network.</summary>
    public ExecutionProvider Provider => _model.Provider;

    /// <summary>Path of the network's file.</summary>
    public string Path => _model.Path;

    /// <summary>Opens a network and its card.</summary>
    /// <param name="path">The ONNX file; its card lies beside it.</param>
    /// <param name="task">What it is wanted for, for messages: depth or subject.</param>
    /// <param name="accepts">Whether a meaning serves that.</param>
    /// <param name="sessions">Opens the network; its options set the network's threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The network; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CardedNetwork Open(
        string path, string task, Func<CardMeaning, bool> accepts, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(CardedModel.Open(path, task, accepts, Misfit, sessions, cancellationToken));

    /// <summary>Runs the network.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="threads">Threads for what is done to the picture.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The output as it came, of any size; the caller disposes of it.</returns>
    /// <exception cref="ModelRunException">The network failed.</exception>
    /// <exception cref="ModelInvalidException">The network does not take the size that its card gives this picture, or returns something else than one plane.</exception>
    public Plane<float> Run(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ModelTensor result = _model.Run([Input(picture, threads, cancellationToken)], Card.Output.Name, cancellationToken);
        return ImageTensor.ToPlane(result)
            ?? throw new ModelInvalidException(
                _model.Path, $"The output '{result.Name}' of '{_model.Path}' is not one plane but {string.Join(" × ", result.Shape)}.");
    }

    /// <inheritdoc/>
    public void Dispose() => _carded.Dispose();

    private ModelTensor Input(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        CardInput card = Card.Input;
        Plane<float>[] planes = NetworkPicture.Prepare(picture, card, threads, cancellationToken);
        try
        {
            ModelTensor tensor = ImageTensor.FromPlanes(card.Name, planes, card.Scaling);
            long[] shape = [.. Enumerable.Repeat(1L, _input.Shape.Count - MinRank), .. tensor.Shape.Skip(1)];
            if (!_input.Accepts(shape))
            {
                throw new ModelInvalidException(
                    _model.Path,
                    $"'{_model.Path}' takes {_input}, but its card makes {string.Join(" × ", shape)} of this picture: correct input.size in the card.");
            }

            return new ModelTensor(card.Name, tensor.Values, shape);
        }
        finally
        {
            foreach (Plane<float> plane in planes)
                plane.Dispose();
        }
    }

    private static string? Misfit(OnnxModel model, ModelCard card)
    {
        if (model.Inputs.Count != 1)
            return $"the model wants {model.Inputs.Count} inputs, and only models with one can be used.";
        TensorInfo input = model.Inputs[0];
        if (input.Name != card.Input.Name)
            return $"the model's input is called '{input.Name}', the card says '{card.Input.Name}' (input.name).";
        if (!input.IsFloat || input.Shape.Count is < MinRank or > MaxRank)
            return $"the input must be a picture of 32-bit floats, 1 × 3 × height × width, but is {input}.";
        if (!model.Outputs.Any(output => output.Name == card.Output.Name))
            return $"the model has no output '{card.Output.Name}' (output.name); it has {string.Join(", ", model.Outputs.Select(o => $"'{o.Name}'"))}.";

        // A rule that follows the picture can only be tried with one.
        CardSize size = card.Input.Size;
        if (size.Rule != CardSizeRule.Fixed)
            return null;
        long[] shape = [.. Enumerable.Repeat(1L, input.Shape.Count - MinRank), 3, size.Height!.Value, size.Width!.Value];
        return input.Accepts(shape) ? null : $"the model takes {input}, the card's input.size is {size.Width} × {size.Height}.";
    }
}
