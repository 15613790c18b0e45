namespace GenRefocus.Bridge;

/// <summary>Answer to <c>hello</c>.</summary>
/// <param name="Protocol">The version that is spoken.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Capabilities"><c>inline</c>, and <c>shm</c> when both know it.</param>
/// <param name="Limits">What a client may ask for.</param>
public sealed record HelloResult(int Protocol, PeerInfo Engine, IReadOnlyList<string> Capabilities, BridgeLimits Limits)
{
    /// <summary>Planes in chunks.</summary>
    public const string Inline = "inline";

    /// <summary>Planes in shared memory.</summary>
    public const string SharedMemory = "shm";
}
