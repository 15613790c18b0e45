namespace GenRefocus.Inference;

/// <summary>A model cannot be used. The message says which file, what is wrong with it and what to do.</summary>
public abstract class ModelException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="path">The file it is about.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="inner">The cause, where there is one.</param>
    protected ModelException(string path, string message, Exception? inner)
        : base(message, inner)
    {
        Path = path;
    }

    /// <summary>The model or card that the error is about.</summary>
    public string Path { get; }
}
