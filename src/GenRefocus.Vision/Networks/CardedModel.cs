using System.Security.Cryptography;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>An open ONNX network with the card that lies beside it, both checked.</summary>
public sealed class CardedModel : IDisposable
{
    private CardedModel(OnnxModel model, ModelCard card, string sha256)
    {
        Model = model;
        Card = card;
        Sha256 = sha256;
    }

    /// <summary>The network.</summary>
    public OnnxModel Model { get; }

    /// <summary>Its card.</summary>
    public ModelCard Card { get; }

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Opens a network and its card.</summary>
    /// <param name="path">The ONNX file; its card lies beside it.</param>
    /// <param name="task">What it is wanted for, for messages: depth, subject, …</param>
    /// <param name="accepts">Whether a meaning serves that.</param>
    /// <param name="misfit">Says, as a sentence, why network and card do not fit each other; null where they do.</param>
    /// <param name="sessions">Opens the network; its options set the network's threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The network; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">The network or its card is not there.</exception>
    /// <exception cref="ModelInvalidException">The network or its card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CardedModel Open(
        string path,
        string task,
        Func<CardMeaning, bool> accepts,
        Func<OnnxModel, ModelCard, string?> misfit,
        InferenceSessionFactory sessions,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(accepts);
        ArgumentNullException.ThrowIfNull(misfit);
        ArgumentNullException.ThrowIfNull(sessions);
        if (!File.Exists(path))
            throw new ModelMissingException(path, $"The {task} model '{path}' is not there.");
        ModelCard card = ModelCardReader.ReadFor(path);
        if (!accepts(card.Output.Meaning))
        {
            throw new ModelInvalidException(
                path, $"'{path}' is not a {task} model: its card says that it returns {card.Output.Meaning.ToString().ToLowerInvariant()} (output.meaning).");
        }

        string hash = Hash(path, cancellationToken);
        if (card.Sha256 is { } promised && !promised.Equals(hash, StringComparison.OrdinalIgnoreCase))
            throw new ModelInvalidException(path, $"'{path}' is not the file that its card describes: its SHA-256 is {hash}. Get the model again.");

        OnnxModel model = sessions.Open(path, cancellationToken);
        if (misfit(model, card) is { } reason)
        {
            model.Dispose();
            throw new ModelInvalidException(path, $"'{path}' and its card do not fit each other: {reason}");
        }

        return new CardedModel(model, card, hash);
    }

    /// <inheritdoc/>
    public void Dispose() => Model.Dispose();

    private static string Hash(string path, CancellationToken cancellationToken)
    {
        using FileStream stream = File.OpenRead(path);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
