using System.Text.Json;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>Reads and checks model cards. A card is somebody else's file: nothing in it is believed before it is checked.</summary>
public static class ModelCardReader
{
    /// <summary>Ending that replaces <c>.onnx</c> in the card's name.</summary>
    public const string Ending = ".card.json";

    /// <summary>Largest card in bytes: 64 KiB.</summary>
    public const int MaxBytes = 64 << 10;

    /// <summary>Where a model's card lies.</summary>
    /// <param name="modelPath">The ONNX file.</param>
    public static string PathFor(string modelPath) => Path.ChangeExtension(modelPath, null) + Ending;

    /// <summary>Reads the card beside a model.</summary>
    /// <param name="modelPath">The ONNX file, which need not exist.</param>
    /// <exception cref="ModelMissingException">There is no card.</exception>
    /// <exception cref="ModelInvalidException">The card is not right; the message names the member.</exception>
    public static ModelCard ReadFor(string modelPath)
    {
        string path = PathFor(modelPath);
        if (!File.Exists(path))
        {
            throw new ModelMissingException(
                path,
                $"The model '{modelPath}' has no card: '{path}' is not there. "
                + "A card says how the model wants its pictures; models/README.md shows how to write one.");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > MaxBytes)
                throw new ModelInvalidException(path, $"The card '{path}' has {stream.Length} bytes; a card has {MaxBytes} at most.");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(bytes, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, $"The card '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a card from memory.</summary>
    /// <param name="json">UTF-8 JSON without comments.</param>
    /// <param name="path">Its file's name, for messages.</param>
    /// <exception cref="ModelInvalidException">The card is not right; the message names the member.</exception>
    public static ModelCard Parse(ReadOnlySpan<byte> json, string path)
    {
        ModelCard card;
        try
        {
            card = JsonSerializer.Deserialize(json, ModelCardJson.Default.ModelCard) ?? throw new JsonException("It holds nothing.");
        }
        catch (JsonException e)
        {
            throw new ModelInvalidException(path, $"The card '{path}' is not right: {e.Message}", e);
        }

        if (ModelCardRules.Complaint(card) is { } complaint)
            throw new ModelInvalidException(path, $"The card '{path}' is not right: {complaint}");
        return card;
    }
}
