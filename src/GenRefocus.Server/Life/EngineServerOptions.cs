using GenRefocus.Bridge;
using GenRefocus.Engine;

namespace GenRefocus.Server;

/// <summary>How the server works.</summary>
public sealed record EngineServerOptions
{
    private const int BudgetShare = 4;
    private const long LeastBudget = 512L << 20, MostBudget = 8L << 30;

    /// <summary>Where it listens.</summary>
    public required BridgeEndpoint Endpoint { get; init; }

    /// <summary>How pictures are rendered.</summary>
    public required EngineOptions Engine { get; init; }

    /// <summary>How long it stays without a client.</summary>
    public TimeSpan IdleExit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long what was found out about a picture stays after its last client has gone.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes that pictures and what was found out about them may take: a quarter of the memory, 512 MiB to 8 GiB.</summary>
    public long CacheBytes { get; init; } = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BudgetShare, LeastBudget, MostBudget);

    /// <summary>What a client may ask for.</summary>
    public BridgeLimits Limits { get; init; } = new();

    /// <summary>Clients at a time.</summary>
    public int MaxClients { get; init; } = 64;

    /// <summary>Requests that are worked on at a time; others wait.</summary>
    public int MaxWorking { get; init; } = 4;

    /// <summary>How long a client may take to say hello.</summary>
    public TimeSpan HelloTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a frame may take.</summary>
    public TimeSpan FrameTime { get; init; } = FrameLimits.FrameTime;

    /// <summary>The user's language, taken where words could be of several; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The log; null for none.</summary>
    public string? LogFile { get; init; }
}
