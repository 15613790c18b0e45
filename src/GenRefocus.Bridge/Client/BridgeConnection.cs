using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenRefocus.Bridge;

/// <summary>A client's connection: requests and their answers, progress, cancellation, and the watch for silence.</summary>
public sealed class BridgeConnection : IAsyncDisposable, IFrameSink
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(500);

    private readonly FrameChannel _channel;
    private readonly BridgeClientOptions _options;
    private readonly ConcurrentDictionary<long, PendingCall> _calls = new();
    private readonly ConcurrentDictionary<uint, ResultStaging> _results = new();
    private readonly Timer _watch;
    private readonly Task _reading;
    private Exception? _end;
    private long _lastHeard = Stopwatch.GetTimestamp();
    private long _lastId;

    private BridgeConnection(Stream stream, BridgeClientOptions options)
    {
        _options = options;
        _channel = new FrameChannel(stream, FrameLimits.FrameTime);
        _watch = new Timer(_ => Watch(), null, WatchEvery, WatchEvery);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the engine said.</summary>
    public HelloResult Hello { get; private set; } = null!;

    /// <summary>Whether the connection can still be used.</summary>
    public bool IsAlive => Volatile.Read(ref _end) is null;

    /// <summary>Whether both sides know shared memory.</summary>
    public bool HasSharedMemory => _options.UsesSharedMemory && Hello.Capabilities.Contains(HelloResult.SharedMemory);

    /// <summary>Says hello over a connected stream, which the connection owns from now on.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How to behave.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RpcException">The engine refused, as for want of a common version.</exception>
    /// <exception cref="EngineStoppedException">It hung up or did not answer in time.</exception>
    public static async Task<BridgeConnection> OpenAsync(Stream stream, BridgeClientOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        BridgeConnection connection = new(stream, options);
        try
        {
            string[] capabilities = options.UsesSharedMemory ? [HelloResult.Inline, HelloResult.SharedMemory] : [HelloResult.Inline];
            HelloParams hello = new(VersionRange.Own, new PeerInfo(options.Name, options.Version, Environment.ProcessId), capabilities);
            using CancellationTokenSource clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            clock.CancelAfter(options.HelloTime);
            connection.Hello = await connection.CallAsync(BridgeMethods.Hello, hello, BridgeJson.Default.HelloParams, BridgeJson.Default.HelloResult, null, clock.Token)
                .ConfigureAwait(false);
            return connection;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new EngineStoppedException($"The engine did not say hello within {options.HelloTime.TotalSeconds:0.#} s.");
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <typeparam name="TBody">Type of the parameters.</typeparam>
    /// <typeparam name="TResult">Type of the answer.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="body">The parameters.</param>
    /// <param name="bodyType">How they are written.</param>
    /// <param name="resultType">How the answer is read.</param>
    /// <param name="progress">Receives the progress, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the request in the engine too.</param>
    /// <exception cref="RpcException">The engine answered with an error.</exception>
    /// <exception cref="EngineStoppedException">The connection ended, or the engine fell silent.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TResult> CallAsync<TBody, TResult>(
        string method, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TResult> resultType, IProgress<ProgressParams>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resultType);
        cancellationToken.ThrowIfCancellationRequested();
        long id = Interlocked.Increment(ref _lastId);
        PendingCall call = new(progress);
        Heard();
        _calls[id] = call;
        try
        {
            await SendAsync(Bounded(RpcText.Request(id, method, body, bodyType))).ConfigureAwait(false);
            RpcMessage answer = await AnswerAsync(id, call, cancellationToken).ConfigureAwait(false);
            if (answer.Error is { } error)
                throw error.Code == RpcCode.Cancelled && cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : error.ToException();
            return answer.Body.Deserialize(resultType) ?? throw new ProtocolException($"The answer to {method} is null.");
        }
        catch (JsonException wrong)
        {
            End(wrong);
            throw new EngineStoppedException($"The engine's answer to {method} cannot be read.", wrong);
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }
    }

    /// <summary>Sends bytes of a plane.</summary>
    /// <param name="plane">The plane's id.</param>
    /// <param name="bytes">All its bytes.</param>
    /// <param name="cancellationToken">Ends it between chunks.</param>
    /// <exception cref="EngineStoppedException">The connection ended.</exception>
    public async Task SendPlaneAsync(uint plane, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        const int Step = 1 << 20;
        for (int offset = 0; offset < bytes.Length; offset += Step)
            await SendChunkAsync(plane, offset, bytes.Slice(offset, Math.Min(Step, bytes.Length - offset)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends one chunk.</summary>
    /// <param name="plane">The plane's id.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cancellationToken">Looked at before.</param>
    /// <exception cref="EngineStoppedException">The connection ended.</exception>
    public async Task SendChunkAsync(uint plane, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.SendChunkAsync(plane, offset, bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            End(error);
            throw Stopped();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        End(new ObjectDisposedException(nameof(BridgeConnection)));
        await _watch.DisposeAsync().ConfigureAwait(false);
        await _channel.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
    }

    ValueTask IFrameSink.TakeMessageAsync(ReadOnlyMemory<byte> utf8)
    {
        Heard();
        RpcMessage message = RpcMessage.Parse(utf8);
        if (message.Method is null)
            TakeAnswer(message);
        else if (message.Method == BridgeMethods.Progress)
            TakeProgress(message);
        return ValueTask.CompletedTask;
    }

    Memory<byte> IFrameSink.PlaceChunk(uint plane, ulong offset, int length) =>
        _results.TryGetValue(plane, out ResultStaging? result) ? result.Place(offset, length) : throw new ProtocolException($"The engine sent a chunk of the plane {plane}, which nobody asked for.");

    void IFrameSink.ChunkArrived(uint plane, ulong offset, int length) => Heard();

    /// <summary>Lets chunks of a result in.</summary>
    internal void Expect(uint plane, ResultStaging result) => _results[plane] = result;

    /// <summary>Lets no more in.</summary>
    internal void Forget(uint plane) => _results.TryRemove(plane, out _);

    private async Task<RpcMessage> AnswerAsync(long id, PendingCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using JsonDocument text = JsonDocument.Parse(id.ToString(CultureInfo.InvariantCulture));
            await SendAsync(RpcText.Notification(BridgeMethods.Cancel, new CancelParams(text.RootElement), BridgeJson.Default.CancelParams)).ConfigureAwait(false);
        }

        try
        {
            return await call.Answer.Task.WaitAsync(_options.CancelTime, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            // What the engine may still send for this request has no place to go.
            End(late);
            throw new OperationCanceledException("The engine did not answer the cancellation; the connection was closed.", late, cancellationToken);
        }
    }

    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> request) => request.Length <= FrameLimits.MaxMessageBytes
        ? request
        : throw new RpcException(RpcCode.Limit, $"The request has {request.Length} bytes; at most {FrameLimits.MaxMessageBytes} are allowed. Use a smaller aperture picture or profile.");

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            if (!IsAlive)
                throw Stopped();
            await _channel.SendMessageAsync(message, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            End(error);
            throw Stopped();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await _channel.ReadAsync(this, CancellationToken.None).ConfigureAwait(false);
            End(new IOException("The engine closed the connection."));
        }
        catch (Exception error) when (error is IOException or ProtocolException or OperationCanceledException or JsonException)
        {
            End(error);
        }
    }

    private void TakeAnswer(RpcMessage message)
    {
        if (long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && _calls.TryGetValue(id, out PendingCall? call))
            call.Answer.TrySetResult(message);
        else if (message is { Id: "null", Error: { } error })
            throw new ProtocolException($"The engine ended the connection: {error.Message}");
    }

    private void TakeProgress(RpcMessage message)
    {
        if (message.Body.Deserialize(BridgeJson.Default.ProgressParams) is { } progress && progress.Id.ValueKind == JsonValueKind.Number
            && progress.Id.TryGetInt64(out long id) && _calls.TryGetValue(id, out PendingCall? call))
            call.Progress?.Report(progress);
    }

    private void Heard() => Volatile.Write(ref _lastHeard, Stopwatch.GetTimestamp());

    private void Watch()
    {
        if (!_calls.IsEmpty && Stopwatch.GetElapsedTime(Volatile.Read(ref _lastHeard)) > _options.Silence)
            End(new TimeoutException($"The engine was silent for {_options.Silence.TotalSeconds:0.#} s."));
    }

    private void End(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _end, reason, null) is not null)
            return;
        _ = _channel.DisposeAsync().AsTask();
        foreach (PendingCall call in _calls.Values)
            call.Answer.TrySetException(Stopped());
    }

    private EngineStoppedException Stopped() => new($"The engine stopped, the picture is unchanged; try again ({Volatile.Read(ref _end)?.Message})", Volatile.Read(ref _end));
}
