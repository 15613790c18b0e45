namespace GenRefocus.Bridge;

/// <summary>Answer to <c>engine/info</c>.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Pid">Its process.</param>
/// <param name="UptimeSeconds">How long it has lived.</param>
/// <param name="Clients">Connected clients.</param>
/// <param name="Images">Pictures it knows.</param>
/// <param name="CacheBytes">What they take, estimated.</param>
/// <param name="WorkingSetBytes">Memory of the process.</param>
/// <param name="Done">Requests answered.</param>
/// <param name="Failed">Requests answered with an error.</param>
/// <param name="Cancelled">Requests cancelled.</param>
/// <param name="Superseded">Requests that a newer one ended.</param>
/// <param name="BytesIn">Bytes received from clients that have left.</param>
/// <param name="BytesOut">Bytes sent to clients that have left.</param>
/// <param name="Log">Its log; null for none.</param>
public sealed record EngineInfo(
    string Version,
    int Pid,
    double UptimeSeconds,
    int Clients,
    int Images,
    long CacheBytes,
    long WorkingSetBytes,
    long Done,
    long Failed,
    long Cancelled,
    long Superseded,
    long BytesIn,
    long BytesOut,
    string? Log = null);
