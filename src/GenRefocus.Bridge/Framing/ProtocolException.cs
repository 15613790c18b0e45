namespace GenRefocus.Bridge;

/// <summary>The peer broke the protocol; the connection cannot go on.</summary>
public sealed class ProtocolException : Exception
{
    /// <summary>Says what was wrong.</summary>
    /// <param name="message">One sentence.</param>
    public ProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Says what was wrong with a message's JSON.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="code">The code to answer.</param>
    public ProtocolException(string message, int code)
        : base(message) => Code = code;

    /// <summary>The code that the peer is told.</summary>
    public int Code { get; } = RpcCode.InvalidRequest;
}
