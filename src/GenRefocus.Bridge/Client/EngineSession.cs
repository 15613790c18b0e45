using System.Diagnostics;

namespace GenRefocus.Bridge;

/// <summary>
/// A host's way to the engine: connects, starts the engine when none runs, and after a crash connects anew. Images belong to the client that opened them; after
/// <see cref="EngineStoppedException"/> ask for a client again and open them again.
/// </summary>
public sealed class EngineSession : IAsyncDisposable
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(2);

    private readonly BridgeEndpoint _endpoint;
    private readonly BridgeClientOptions _options;
    private readonly string _adapterFolder;
    private readonly string? _folder;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private BridgeClient? _client;

    /// <summary>Makes a session; nothing is started yet.</summary>
    /// <param name="adapterFolder">Folder of the adapter, where the engine is looked for first.</param>
    /// <param name="options">How the client behaves.</param>
    /// <param name="folder">A place of its own for socket and lock, as <see cref="BridgeEndpoint.In"/> takes it; null for the user's.</param>
    public EngineSession(string adapterFolder, BridgeClientOptions options, string? folder = null)
    {
        _adapterFolder = adapterFolder;
        _options = options;
        _folder = folder;
        _endpoint = folder is null ? BridgeEndpoint.Default : BridgeEndpoint.In(folder);
    }

    /// <summary>How long a started engine may take to listen.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A client whose engine has just answered; the same one as long as it lives.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EngineMissingException">There is no engine to start, or it does not listen in time.</exception>
    /// <exception cref="RpcException">The engine refused.</exception>
    /// <exception cref="EngineStoppedException">It did not answer.</exception>
    public async Task<BridgeClient> GetAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_client is not null && await AnswersAsync(_client, cancellationToken).ConfigureAwait(false))
                return _client;
            if (_client is not null)
                await _client.DisposeAsync().ConfigureAwait(false);
            _client = null;
            return _client = await TryConnectAsync(cancellationToken).ConfigureAwait(false) ?? await StartAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync().ConfigureAwait(false);
        _opening.Dispose();
    }

    // An engine that has just died or is ending looks alive until its connection is read to the end.
    private static async Task<bool> AnswersAsync(BridgeClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.InfoAsync(cancellationToken).ConfigureAwait(false);
            return client.Connection.IsAlive;
        }
        catch (EngineStoppedException)
        {
            return false;
        }
        catch (RpcException stopping) when (stopping.Code == RpcCode.Stopping)
        {
            return false;
        }
    }

    private async Task<BridgeClient> StartAsync(CancellationToken cancellationToken)
    {
        string program = EngineLocator.Find(_adapterFolder);
        long start = Stopwatch.GetTimestamp(), launched = 0;
        while (Stopwatch.GetElapsedTime(start) < StartTime)
        {
            // An engine that was still ending when we launched ours made ours leave at once: launch again.
            if (launched == 0 || Stopwatch.GetElapsedTime(launched) > StartTime / 4)
            {
                Launch(program);
                launched = Stopwatch.GetTimestamp();
            }

            if (await TryConnectAsync(cancellationToken).ConfigureAwait(false) is { } client)
                return client;
            await Task.Delay(TryEvery, cancellationToken).ConfigureAwait(false);
        }

        throw new EngineMissingException($"{program} was started but did not listen within {StartTime.TotalSeconds:0.#} s. Run \"genrefocus doctor\" to see why.");
    }

    private async Task<BridgeClient?> TryConnectAsync(CancellationToken cancellationToken)
    {
        Stream stream;
        try
        {
            stream = await BridgeTransport.ConnectAsync(_endpoint, ConnectTime, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return null;
        }

        try
        {
            return new BridgeClient(await BridgeConnection.OpenAsync(stream, _options, cancellationToken).ConfigureAwait(false));
        }
        catch (RpcException stopping) when (stopping.Code == RpcCode.Stopping)
        {
            return null;
        }
        catch (EngineStoppedException)
        {
            // It ended between the connection and its hello.
            return null;
        }
    }

    // Its streams are pipes that are closed at once: it must not hold the host's, nor wait for a reader.
    private void Launch(string program)
    {
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        start.ArgumentList.Add("serve");
        start.ArgumentList.Add("--detached");
        if (_folder is not null)
        {
            start.ArgumentList.Add("--folder");
            start.ArgumentList.Add(_folder);
        }

        // The networks' large blocks on large pages: a tenth of what a new picture takes. The C library reads it before the program begins.
        if (OperatingSystem.IsLinux())
            start.Environment.TryAdd("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        try
        {
            using Process process = Process.Start(start) ?? throw new EngineMissingException($"{program} could not be started.");
            process.StandardInput.Close();
            process.StandardOutput.Close();
            process.StandardError.Close();
        }
        catch (System.ComponentModel.Win32Exception refused)
        {
            throw new EngineMissingException($"{program} could not be started: {refused.Message}", refused);
        }
    }
}
