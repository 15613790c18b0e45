namespace GenRefocus.Inference;

/// <summary>A model, or the card that must lie beside it, is not there.</summary>
public sealed class ModelMissingException : ModelException
{
    /// <summary>Makes the error.</summary>
    /// <param name="path">The file that was looked for.</param>
    /// <param name="message">A sentence for the user.</param>
    public ModelMissingException(string path, string message)
        : base(path, message, null)
    {
    }
}
