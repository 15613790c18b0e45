namespace GenRefocus.Bridge;

/// <summary>A request was answered with an error.</summary>
public sealed class RpcException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="code">One of <see cref="RpcCode"/>.</param>
    /// <param name="message">One sentence for the user.</param>
    /// <param name="member">Setting or parameter to blame.</param>
    /// <param name="inner">What led to it.</param>
    public RpcException(int code, string message, string? member = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Member = member;
    }

    /// <summary>One of <see cref="RpcCode"/>.</summary>
    public int Code { get; }

    /// <summary>Setting or parameter to blame; null for none.</summary>
    public string? Member { get; }

    /// <summary>What to do; null when the message says it.</summary>
    public string? Hint { get; init; }

    /// <summary>Versions that the engine knows, when there is no common one.</summary>
    public VersionRange? Supported { get; init; }
}
