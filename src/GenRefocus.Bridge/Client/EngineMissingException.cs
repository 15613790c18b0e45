namespace GenRefocus.Bridge;

/// <summary>There is no engine to start, or it does not start.</summary>
public sealed class EngineMissingException : Exception
{
    /// <summary>Says what to do.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="inner">What led to it.</param>
    public EngineMissingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
