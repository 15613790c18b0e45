namespace GenRefocus.Bridge;

/// <summary>How a client behaves.</summary>
public sealed record BridgeClientOptions
{
    /// <summary>Name of the host program.</summary>
    public string Name { get; init; } = "GenRefocus.Bridge";

    /// <summary>Its version.</summary>
    public string Version { get; init; } = "0";

    /// <summary>Whether pixels may go through shared memory.</summary>
    public bool UsesSharedMemory { get; init; } = true;

    /// <summary>How long the engine may take to say hello.</summary>
    public TimeSpan HelloTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which an engine that owes an answer counts as dead.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a cancelled request may take to be answered before the connection is given up.</summary>
    public TimeSpan CancelTime { get; init; } = TimeSpan.FromSeconds(5);
}
