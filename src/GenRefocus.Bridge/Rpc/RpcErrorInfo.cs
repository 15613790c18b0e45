namespace GenRefocus.Bridge;

/// <summary>An error on the wire.</summary>
/// <param name="Code">One of <see cref="RpcCode"/>.</param>
/// <param name="Message">One sentence for the user.</param>
public sealed record RpcErrorInfo(int Code, string Message)
{
    /// <summary>Details.</summary>
    public RpcErrorData? Data { get; init; }

    /// <summary>The exception for it.</summary>
    public RpcException ToException() => new(Code, Message ?? "The engine gave no reason.", Data?.Member) { Hint = Data?.Hint, Supported = Data?.Supported };
}
