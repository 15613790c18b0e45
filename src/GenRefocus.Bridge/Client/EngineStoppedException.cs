namespace GenRefocus.Bridge;

/// <summary>The engine is gone or does not answer; nothing of the host's was changed, and the next call starts a new one.</summary>
public sealed class EngineStoppedException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="inner">What led to it.</param>
    public EngineStoppedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
