namespace GenRefocus.HostCheck;

/// <summary>A plug-in or a host's folder cannot be read, so nothing can be said about them.</summary>
public sealed class HostCheckException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="inner">What led to it.</param>
    public HostCheckException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
