namespace GenRefocus.Inference;

/// <summary>A model was opened but failed while it ran.</summary>
public sealed class ModelRunException : ModelException
{
    /// <summary>Makes the error.</summary>
    /// <param name="path">The model.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public ModelRunException(string path, string message, Exception? inner = null)
        : base(path, message, inner)
    {
    }
}
