using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>Finds out with an ONNX network how blurred a picture is already, tile by tile.</summary>
public sealed class BlurEstimator : IDisposable
{
    private const string Task = "blur";

    private static readonly TileGrid Grid = new(Core: 512, Margin: 64, Multiple: 16);

    private readonly CardedModel _network;

    private BlurEstimator(CardedModel network) => _network = network;

    /// <summary>The network's card.</summary>
    public ModelCard Card => _network.Card;

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => _network.Sha256;

    /// <summary>Opens a network and its card.</summary>
    /// <param name="path">The ONNX file; its card lies beside it.</param>
    /// <param name="sessions">Opens the network; its options set the network's threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The estimator; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BlurEstimator Open(string path, InferenceSessionFactory sessions, CancellationToken cancellationToken) =>
        new(CardedModel.Open(path, Task, static meaning => meaning == CardMeaning.BlurRadius, Misfit, sessions, cancellationToken));

    /// <summary>Estimates.</summary>
    /// <param name="picture">The upright picture.</param>
    /// <param name="progress">Receives shares of the work, from this thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work between two operators of the network.</param>
    /// <returns>The radii; the caller disposes of them.</returns>
    /// <exception cref="ModelRunException">The network failed.</exception>
    /// <exception cref="ModelInvalidException">The network returns something else than one plane of a quarter of the size.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public BlurMap Estimate(LinearImage picture, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Plane<float> radius = new(Quarter(picture.Width), Quarter(picture.Height));
        try
        {
            PictureTile[] tiles = [.. Grid.Tiles(picture.Width, picture.Height)];
            for (int i = 0; i < tiles.Length; i++)
            {
                float[] values = EncodedTile.Encode(picture, tiles[i]);
                ModelTensor input = new(_network.Card.Input.Name, values, [1, EncodedTile.Channels, tiles[i].Rows, tiles[i].Columns]);
                Keep(_network.Model.Run([input], _network.Card.Output.Name, cancellationToken), tiles[i], radius);
                progress?.Report((i + 1.0) / tiles.Length);
            }

            return new BlurMap(radius);
        }
        catch
        {
            radius.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private void Keep(ModelTensor output, PictureTile tile, Plane<float> radius)
    {
        int columns = tile.Columns / BlurMap.Step, rows = tile.Rows / BlurMap.Step;
        if (output.Values.Length != columns * rows)
        {
            throw new ModelInvalidException(
                _network.Model.Path, $"The output of '{_network.Model.Path}' is not one plane of a quarter of the size but {string.Join(" × ", output.Shape)}.");
        }

        // Cores and margins are multiples of the step, so that samples of neighbours lie on one raster.
        int left = (tile.Core.X - tile.Whole.X) / BlurMap.Step, top = (tile.Core.Y - tile.Whole.Y) / BlurMap.Step;
        int width = Quarter(tile.Core.Width);
        for (int y = 0; y < Quarter(tile.Core.Height); y++)
        {
            Span<float> target = radius.Row((tile.Core.Y / BlurMap.Step) + y).Slice(tile.Core.X / BlurMap.Step, width);
            output.Values.AsSpan(((top + y) * columns) + left, width).CopyTo(target);

            // The comparison also turns values that are no numbers into 0.
            foreach (ref float value in target)
                value = value > 0 ? Math.Min(value, float.MaxValue) : 0;
        }
    }

    private static int Quarter(int side) => (side + BlurMap.Step - 1) / BlurMap.Step;

    private static string? Misfit(OnnxModel model, ModelCard card)
    {
        if (model.Inputs.Count != 1 || model.Inputs[0].Name != card.Input.Name)
            return $"the model must have one input, '{card.Input.Name}' (input.name).";
        if (!model.Inputs[0].Accepts([1, EncodedTile.Channels, Grid.Core, Grid.Core]))
            return $"the model must take pictures of any size, but takes {model.Inputs[0]}.";
        return model.Outputs.Any(output => output.Name == card.Output.Name) ? null : $"the model has no output '{card.Output.Name}' (output.name).";
    }
}
