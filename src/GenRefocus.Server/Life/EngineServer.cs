using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using GenRefocus.Engine;

namespace GenRefocus.Server;

/// <summary>The engine process: waits for clients, gives each a session, and ends when it is told to or nobody comes.</summary>
public sealed class EngineServer
{
    // Loops over pixels may hold a thread a processor for long; these are for connections and their heartbeats.
    private const int ThreadsBesidePixels = 16;

    private static readonly TimeSpan CareEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(5);

    private readonly EngineServerOptions _options;
    private readonly ConcurrentDictionary<Task, bool> _sessions = new();

    /// <summary>Makes a server; it does not listen yet.</summary>
    /// <param name="options">How it works.</param>
    public EngineServer(EngineServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Serves until the token is cancelled, a client asks for the end, or nobody was there for the idle time.</summary>
    /// <param name="listening">Called when clients can connect; null for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when another engine serves this place already.</returns>
    /// <exception cref="IOException">The place cannot be used.</exception>
    public async Task<bool> RunAsync(Action? listening, CancellationToken cancellationToken)
    {
        using SingleInstance? instance = SingleInstance.TryTake(_options.Endpoint);
        if (instance is null)
            return false;
        ThreadPool.SetMinThreads((2 * _options.Engine.Threads) + ThreadsBesidePixels, ThreadsBesidePixels);
        using ServerState state = new(_options);
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, state.Stopping.Token);
        using (IClientListener listener = OperatingSystem.IsWindows() ? new PipeListener(_options.Endpoint) : new SocketListener(_options.Endpoint, state.Log))
        {
            state.Log.Info("start", ("version", RefocusPipeline.Version), ("threads", _options.Engine.Threads.ToString(CultureInfo.InvariantCulture)));
            listening?.Invoke();
            Task care = CareAsync(state, ending.Token);
            await AcceptAsync(state, listener, ending.Token).ConfigureAwait(false);
            await care.ConfigureAwait(false);
        }

        // Sessions end their requests by the same token.
        await state.Stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(_sessions.Keys), Task.Delay(FarewellTime, CancellationToken.None)).ConfigureAwait(false);
        state.Log.Info("end", ("clients", state.Clients.ToString(CultureInfo.InvariantCulture)));
        return true;
    }

    private async Task AcceptAsync(ServerState state, IClientListener listener, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                IncomingClient client = await listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
                if (state.Clients >= _options.MaxClients)
                {
                    state.Log.Error("too many clients");
                    await client.Stream.DisposeAsync().ConfigureAwait(false);
                    continue;
                }

                state.ClientCame();
                Task session = Task.Run(() => ServeAsync(state, client), CancellationToken.None);
                _sessions[session] = true;
                _ = session.ContinueWith(ended => _sessions.TryRemove(ended, out _), TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
            {
                // As when the process has no descriptor left: others may still be served.
                state.Log.Error("accept", ("reason", error.Message));
                await Task.Delay(CareEvery, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task ServeAsync(ServerState state, IncomingClient client)
    {
        try
        {
            await using ClientSession session = new(state, client);
            await session.RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            state.Log.Error("session", ("error", error.ToString()));
        }
        finally
        {
            state.ClientLeft();
        }
    }

    private async Task CareAsync(ServerState state, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(CareEvery, cancellationToken)).ConfigureAwait(false);
            state.Store.Sweep();
            if (state.Clients > 0 || Stopwatch.GetElapsedTime(state.IdleSince) < _options.IdleExit)
                continue;
            state.Log.Info("idle");
            await state.Stopping.CancelAsync().ConfigureAwait(false);
        }
    }
}
