namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>hello</c>.</summary>
/// <param name="Protocol">Versions that the client speaks.</param>
/// <param name="Client">The client.</param>
/// <param name="Capabilities"><c>inline</c>, <c>shm</c>.</param>
public sealed record HelloParams(VersionRange Protocol, PeerInfo Client, IReadOnlyList<string> Capabilities);
