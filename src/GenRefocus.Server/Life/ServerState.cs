using System.Diagnostics;
using GenRefocus.Bridge;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Server;

/// <summary>What all sessions share.</summary>
internal sealed class ServerState : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lazy<SceneSources> _sources;
    private int _clients;
    private bool _endIsAnnounced;

    public ServerState(EngineServerOptions options)
    {
        Options = options;
        Log = new ServerLog(options.LogFile);
        Store = new PictureStore(options.CacheBytes, options.Grace);
        _sources = new Lazy<SceneSources>(() => new SceneSources(options.Engine));
        Working = new SemaphoreSlim(options.MaxWorking, options.MaxWorking);
    }

    public EngineServerOptions Options { get; }

    public ServerLog Log { get; }

    public ServerMetrics Metrics { get; } = new();

    public PictureStore Store { get; }

    /// <summary>The networks, which all pictures share.</summary>
    public SceneSources Sources => _sources.Value;

    /// <summary>Requests that may still begin to work.</summary>
    public SemaphoreSlim Working { get; }

    /// <summary>Cancelled when the engine is to end.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>Whether the engine takes no more requests; announced shortly before <see cref="Stopping"/>.</summary>
    public bool IsEnding => Volatile.Read(ref _endIsAnnounced) || Stopping.IsCancellationRequested;

    /// <summary>Connected clients.</summary>
    public int Clients => Volatile.Read(ref _clients);

    /// <summary>When the last client left, or the engine started.</summary>
    public long IdleSince { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>Begins to open the networks that a new picture will need, while its client sends it.</summary>
    public void PrepareNetworks() => _ = Task.Run(() => Sources.Prepare(new RefocusRequest(new RefocusSettings()), CancellationToken.None));

    /// <summary>From now on requests are refused.</summary>
    public void AnnounceEnd() => Volatile.Write(ref _endIsAnnounced, true);

    public void ClientCame() => Interlocked.Increment(ref _clients);

    public void ClientLeft()
    {
        IdleSince = Stopwatch.GetTimestamp();
        Interlocked.Decrement(ref _clients);
    }

    /// <summary>What <c>engine/info</c> tells.</summary>
    public EngineInfo Describe()
    {
        (int images, long bytes) = Store.Usage;
        return new EngineInfo(
            RefocusPipeline.Version,
            Environment.ProcessId,
            Math.Round(Stopwatch.GetElapsedTime(_start).TotalSeconds, 3),
            Clients,
            images,
            bytes,
            Environment.WorkingSet,
            Metrics.Done,
            Metrics.Failed,
            Metrics.Cancelled,
            Metrics.Superseded,
            Metrics.BytesIn,
            Metrics.BytesOut,
            Log.Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        if (_sources.IsValueCreated)
            _sources.Value.Dispose();
        Working.Dispose();
        Stopping.Dispose();
    }
}
