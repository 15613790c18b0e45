namespace GenRefocus.Bridge;

/// <summary>Details of an error on the wire.</summary>
/// <param name="Kind">A word for the code.</param>
public sealed record RpcErrorData(string? Kind)
{
    /// <summary>Setting or parameter to blame.</summary>
    public string? Member { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    /// <summary>Versions that the engine knows.</summary>
    public VersionRange? Supported { get; init; }
}
