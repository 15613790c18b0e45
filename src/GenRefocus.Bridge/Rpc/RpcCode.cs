namespace GenRefocus.Bridge;

/// <summary>Codes of errors; <c>docs/bridge-protocol.md</c>, section 3.</summary>
public static class RpcCode
{
    /// <summary>No JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>The protocol was broken.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>No such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>A parameter is missing or wrong.</summary>
    public const int InvalidParams = -32602;

    /// <summary>An error of the engine.</summary>
    public const int Internal = -32603;

    /// <summary>No common version.</summary>
    public const int Version = -32000;

    /// <summary>A newer generation was asked for.</summary>
    public const int Superseded = -32001;

    /// <summary>More than is allowed.</summary>
    public const int Limit = -32002;

    /// <summary>A network is missing.</summary>
    public const int Model = -32003;

    /// <summary>The pixels are missing or wrong.</summary>
    public const int Image = -32004;

    /// <summary>A setting was refused.</summary>
    public const int Settings = -32005;

    /// <summary>The engine is ending.</summary>
    public const int Stopping = -32006;

    /// <summary>Cancelled.</summary>
    public const int Cancelled = -32800;

    /// <summary>The word for a code in <c>data.kind</c>.</summary>
    /// <param name="code">The code.</param>
    public static string Kind(int code) => code switch
    {
        ParseError or InvalidRequest => "protocol",
        MethodNotFound => "method",
        InvalidParams => "parameters",
        Version => "version",
        Superseded => "superseded",
        Limit => "limit",
        Model => "model",
        Image => "image",
        Settings => "settings",
        Stopping => "stopping",
        Cancelled => "cancelled",
        _ => "internal",
    };
}
