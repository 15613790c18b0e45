namespace GenRefocus.Bridge;

/// <summary>Who is at an end of the bridge.</summary>
/// <param name="Name">The program.</param>
/// <param name="Version">Its version.</param>
/// <param name="Pid">Its process.</param>
public sealed record PeerInfo(string Name, string Version, int Pid);
