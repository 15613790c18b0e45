namespace GenRefocus.Inference;

/// <summary>A model's file or card is there but is broken, contradicts itself or does not fit what it is used for.</summary>
public sealed class ModelInvalidException : ModelException
{
    /// <summary>Makes the error.</summary>
    /// <param name="path">The model or card.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public ModelInvalidException(string path, string message, Exception? inner = null)
        : base(path, message, inner)
    {
    }
}
