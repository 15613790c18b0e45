using GenRefocus.Bridge;

namespace GenRefocus.PaintDotNet;

/// <summary>
/// The way to the engine that all instances of the effect share. When the last one left, the connection and the last picture stay for a while: the effect is often
/// called again, and what was found out about the picture is then still there.
/// </summary>
internal sealed class EngineRoom
{
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private EngineSession? _session;
    private (BridgeClient Client, BridgeImage Image)? _kept;
    private int _users;
    private int _visits;

    private EngineRoom()
    {
    }

    /// <summary>The one of this process.</summary>
    public static EngineRoom Shared { get; } = new();

    /// <summary>Somebody is there who may want the engine.</summary>
    public void Enter()
    {
        lock (_lock)
        {
            _users++;
            _visits++;
        }
    }

    /// <summary>Connects, and starts the engine where none runs.</summary>
    public Task<BridgeClient> ConnectAsync(CancellationToken cancel)
    {
        EngineSession session;
        lock (_lock)
            session = _session ??= new EngineSession(Folder(), new BridgeClientOptions { Name = "Paint.NET", Version = PluginVersion() });
        return session.GetAsync(cancel);
    }

    /// <summary>Somebody leaves.</summary>
    /// <param name="picture">The picture that is left behind, when its last request has ended.</param>
    public void Leave(Task<(BridgeClient Client, BridgeImage Image)?> picture) => _ = LeaveAsync(picture);

    private static string Folder() => Path.GetDirectoryName(typeof(EngineRoom).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;

    private static string PluginVersion() => typeof(EngineRoom).Assembly.GetName().Version?.ToString() ?? "0";

    private static async Task CloseAsync((BridgeClient Client, BridgeImage Image) picture)
    {
        try
        {
            await picture.Client.CloseAsync(picture.Image, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is EngineStoppedException or RpcException or OperationCanceledException)
        {
            // With the engine its pictures are gone too.
        }
    }

    private async Task LeaveAsync(Task<(BridgeClient Client, BridgeImage Image)?> picture)
    {
        (BridgeClient Client, BridgeImage Image)? left = await picture.ConfigureAwait(false), replaced = null;
        int visits;
        lock (_lock)
        {
            if (left is not null)
                (replaced, _kept) = (_kept, left);
            _users--;
            visits = _visits;
        }

        if (replaced is { } old)
            await CloseAsync(old).ConfigureAwait(false);
        await Task.Delay(Linger).ConfigureAwait(false);
        await CloseAsync(visits).ConfigureAwait(false);
    }

    // Unless somebody came meanwhile. With the connection its pictures are closed.
    private async Task CloseAsync(int visits)
    {
        EngineSession? session;
        lock (_lock)
        {
            if (_users > 0 || visits != _visits)
                return;
            (session, _session, _kept) = (_session, null, null);
        }

        if (session is not null)
            await session.DisposeAsync().ConfigureAwait(false);
    }
}
