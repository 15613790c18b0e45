using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenRefocus.Bridge;
using GenRefocus.Engine;

namespace GenRefocus.Server;

/// <summary>One client's connection, from hello to its end. Messages are taken one after the other; renders run beside them.</summary>
internal sealed class ClientSession : IFrameSink, IAsyncDisposable
{
    private readonly ServerState _state;
    private readonly FrameChannel _channel;
    private readonly SessionImages _images;
    private readonly SessionRequests _requests;
    private readonly CancellationTokenSource _ending;
    private readonly int _peerPid;
    private bool _greeted;
    private string _client = "";

    public ClientSession(ServerState state, IncomingClient client)
    {
        _state = state;
        _peerPid = client.Pid;
        _channel = new FrameChannel(client.Stream, state.Options.FrameTime);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(state.Stopping.Token);
        _images = new SessionImages(state, client.Pid);
        _requests = new SessionRequests(state, _channel, _images, _ending.Token);
    }

    /// <summary>Serves the client until it goes.</summary>
    public async Task RunAsync()
    {
        string end = "closed";
        await using Timer greeting = new(_ => HangUpOnTheSilent(), null, _state.Options.HelloTime, Timeout.InfiniteTimeSpan);
        try
        {
            await _channel.ReadAsync(this, _ending.Token).ConfigureAwait(false);
        }
        catch (ProtocolException broken)
        {
            end = broken.Message;
            await TryTellAsync("null", new RpcException(broken.Code, broken.Message)).ConfigureAwait(false);
        }
        catch (RpcException refused)
        {
            end = refused.Message;
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            end = lost.Message;
        }
        finally
        {
            // Requests first: their answers, that the engine is ending, are still sent.
            await _ending.CancelAsync().ConfigureAwait(false);
            if (!_state.Stopping.IsCancellationRequested)
                await _channel.DisposeAsync().ConfigureAwait(false);
            await _requests.EndAsync().ConfigureAwait(false);
            await _channel.DisposeAsync().ConfigureAwait(false);
            _images.CloseAll();
            _state.Metrics.CountBytes(_channel.BytesIn, _channel.BytesOut);
            _state.Log.Info("client left", ("client", _client), ("pid", _peerPid.ToString(CultureInfo.InvariantCulture)), ("reason", end));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    public async ValueTask TakeMessageAsync(ReadOnlyMemory<byte> utf8)
    {
        RpcMessage message = RpcMessage.Parse(utf8);
        if (message.Method is null)
            throw new ProtocolException("An answer came, but nothing was asked.");
        if (!_greeted)
        {
            await GreetAsync(message).ConfigureAwait(false);
            return;
        }

        if (message.Id is not { } id)
        {
            TakeNotification(message);
            return;
        }

        try
        {
            await TakeRequestAsync(id, message).ConfigureAwait(false);
        }
        catch (RpcException refused)
        {
            _state.Metrics.CountError(refused.Code);
            await TryTellAsync(id, refused).ConfigureAwait(false);
        }
    }

    public Memory<byte> PlaceChunk(uint plane, ulong offset, int length) =>
        _greeted ? _images.Planes.Find(plane).Place(offset, length) : throw new ProtocolException("A chunk came before hello.");

    public void ChunkArrived(uint plane, ulong offset, int length) => _images.Planes.Find(plane).Arrived();

    private void HangUpOnTheSilent()
    {
        if (!_greeted)
            _ = _channel.DisposeAsync().AsTask();
    }

    private async Task GreetAsync(RpcMessage message)
    {
        if (message.Method != BridgeMethods.Hello || message.Id is not { } id)
            throw new ProtocolException("The first message is hello.");
        HelloParams hello;
        try
        {
            hello = Read(message.Body, BridgeJson.Default.HelloParams);
        }
        catch (RpcException wrong)
        {
            await TryTellAsync(id, wrong).ConfigureAwait(false);
            throw;
        }

        if (VersionRange.Own.Common(hello.Protocol) is not { } version)
        {
            string own = string.Create(CultureInfo.InvariantCulture, $"{VersionRange.Own.Min} to {VersionRange.Own.Max}");
            RpcException refused = new(RpcCode.Version, $"The engine speaks protocol {own}, the host {hello.Protocol.Min} to {hello.Protocol.Max}; update the older of the two.")
            {
                Supported = VersionRange.Own,
            };
            await TryTellAsync(id, refused).ConfigureAwait(false);
            throw refused;
        }

        if (_state.IsEnding)
        {
            RpcException refused = RequestFailure.Ending();
            await TryTellAsync(id, refused).ConfigureAwait(false);
            throw refused;
        }

        bool shares = hello.Capabilities.Contains(HelloResult.SharedMemory) && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows());
        string[] capabilities = shares ? [HelloResult.Inline, HelloResult.SharedMemory] : [HelloResult.Inline];
        _images.MaySharePlanes = shares;
        _client = $"{Shorten(hello.Client.Name)} {Shorten(hello.Client.Version)}";
        _state.Log.Info("client came", ("client", _client), ("pid", _peerPid.ToString(CultureInfo.InvariantCulture)));
        HelloResult result = new(version, new PeerInfo("genrefocus", RefocusPipeline.Version, Environment.ProcessId), capabilities, _state.Options.Limits);
        _greeted = true;
        await AnswerAsync(id, result, BridgeJson.Default.HelloResult).ConfigureAwait(false);
    }

    private void TakeNotification(RpcMessage message)
    {
        if (message.Method != BridgeMethods.Cancel)
            return;
        try
        {
            _requests.Cancel(Read(message.Body, BridgeJson.Default.CancelParams).Id.GetRawText());
        }
        catch (RpcException)
        {
            // A notification has no answer.
        }
    }

    private async Task TakeRequestAsync(string id, RpcMessage message)
    {
        if (_state.IsEnding)
            throw RequestFailure.Ending();
        switch (message.Method)
        {
            case BridgeMethods.Open:
                await AnswerAsync(id, _images.Open(Read(message.Body, BridgeJson.Default.OpenParams)), BridgeJson.Default.OpenResult).ConfigureAwait(false);
                break;
            case BridgeMethods.Analyze:
                _requests.Analyze(id, Read(message.Body, BridgeJson.Default.AnalyzeParams));
                break;
            case BridgeMethods.Render:
                _requests.Render(id, Read(message.Body, BridgeJson.Default.RenderParams));
                break;
            case BridgeMethods.Close:
                OpenImage image = _images.Find(Read(message.Body, BridgeJson.Default.CloseParams).Image);
                _requests.CancelFor(image);
                _images.Close(image);
                await AnswerAsync(id, new EmptyObject(), BridgeJson.Default.EmptyObject).ConfigureAwait(false);
                break;
            case BridgeMethods.Prompt:
                JsonElement understood = PromptReader.Read(Read(message.Body, BridgeJson.Default.PromptParams), _state.Options);
                await AnswerAsync(id, understood, BridgeJson.Default.JsonElement).ConfigureAwait(false);
                break;
            case BridgeMethods.Info:
                await AnswerAsync(id, _state.Describe(), BridgeJson.Default.EngineInfo).ConfigureAwait(false);
                break;
            case BridgeMethods.Shutdown:
                _state.Log.Info("shutdown", ("client", _client));

                // Before the answer: who hears it must not find an engine that still takes requests.
                _state.AnnounceEnd();
                await AnswerAsync(id, new EmptyObject(), BridgeJson.Default.EmptyObject).ConfigureAwait(false);
                await _state.Stopping.CancelAsync().ConfigureAwait(false);
                break;
            case BridgeMethods.Hello:
                throw new ProtocolException("Hello came twice.");
            default:
                throw new RpcException(RpcCode.MethodNotFound, $"The engine has no method {Shorten(message.Method!)}.");
        }
    }

    private static T Read<T>(JsonElement body, JsonTypeInfo<T> type)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.Deserialize(type) is { } read
                ? read
                : throw new RpcException(RpcCode.InvalidParams, "The parameters are no object.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new RpcException(RpcCode.InvalidParams, $"The parameters cannot be read: {wrong.Message}", (wrong as JsonException)?.Path, wrong);
        }
    }

    private static string Shorten(string text) => new([.. text.Take(60).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);

    private async Task AnswerAsync<T>(string id, T result, JsonTypeInfo<T> type)
    {
        _state.Metrics.CountDone();
        await _channel.SendMessageAsync(RpcText.Result(id, result, type), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task TryTellAsync(string id, RpcException error)
    {
        try
        {
            await _channel.SendMessageAsync(RpcText.Error(id, error), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone; there is nobody to tell.
        }
    }
}
