using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenRefocus.Bridge;

namespace GenRefocus.PaintDotNet.Tests.Engines;

/// <summary>A connection of a fake engine.</summary>
internal sealed class FakeClient(FakeEngine engine, Stream stream) : IFrameSink, IDisposable
{
    private readonly FrameChannel _channel = new(stream, TimeSpan.FromSeconds(30));
    private readonly ConcurrentDictionary<uint, byte[]> _planes = new();
    private readonly ConcurrentDictionary<uint, long> _missing = new();
    private readonly ConcurrentDictionary<int, OpenParams> _images = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();
    private static readonly JsonElement EmptyHistory = JsonDocument.Parse("{}").RootElement.Clone();

    private int _lastImage;

    public async Task RunAsync()
    {
        try
        {
            await _channel.ReadAsync(this, CancellationToken.None);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ProtocolException)
        {
        }
    }

    public ValueTask TakeMessageAsync(ReadOnlyMemory<byte> utf8)
    {
        RpcMessage message = RpcMessage.Parse(utf8);
        if (engine.Behaviour == FakeBehaviour.IsSilent)
            return ValueTask.CompletedTask;
        if (message.Method == BridgeMethods.Cancel)
        {
            if (_running.TryGetValue(message.Body.GetProperty("id").GetRawText(), out CancellationTokenSource? running))
                running.Cancel();
            return ValueTask.CompletedTask;
        }

        _ = Task.Run(() => AnswerAsync(message));
        return ValueTask.CompletedTask;
    }

    public Memory<byte> PlaceChunk(uint plane, ulong offset, int length) => _planes[plane].AsMemory((int)offset, length);

    public void ChunkArrived(uint plane, ulong offset, int length) => _missing.AddOrUpdate(plane, 0, (_, missing) => missing - length);

    public void Dispose() => _channel.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task AnswerAsync(RpcMessage message)
    {
        string id = message.Id!;
        try
        {
            switch (message.Method)
            {
                case BridgeMethods.Hello when engine.Behaviour == FakeBehaviour.IsOld:
                    throw new RpcException(RpcCode.Version, "This engine speaks the versions 0 to 0 of the protocol.") { Supported = new VersionRange(0, 0) };
                case BridgeMethods.Hello:
                    await SendAsync(id, new HelloResult(1, new PeerInfo("fake", "1", Environment.ProcessId), [HelloResult.Inline], new BridgeLimits()), BridgeJson.Default.HelloResult);
                    break;
                case BridgeMethods.Open:
                    await SendAsync(id, Open(message.Body.Deserialize(BridgeJson.Default.OpenParams)!), BridgeJson.Default.OpenResult);
                    break;
                case BridgeMethods.Prompt:
                    string words = message.Body.GetProperty("text").GetString()!;
                    engine.Prompts.Enqueue(words);
                    using (JsonDocument meaning = JsonDocument.Parse(engine.WordsMean))
                        await SendAsync(id, new PromptResult(1, "en", meaning.RootElement.Clone(), [], [], []), BridgeJson.Default.PromptResult);
                    break;
                case BridgeMethods.Render:
                    await RenderAsync(id, message.Body.Deserialize(BridgeJson.Default.RenderParams)!);
                    break;
                case BridgeMethods.Info:
                    await SendAsync(id, new EngineInfo("1", Environment.ProcessId, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, null), BridgeJson.Default.EngineInfo);
                    break;
                case BridgeMethods.Close:
                    engine.CountClose();
                    await SendAsync(id, new EmptyObject(), BridgeJson.Default.EmptyObject);
                    break;
                default:
                    await SendAsync(id, new EmptyObject(), BridgeJson.Default.EmptyObject);
                    break;
            }
        }
        catch (RpcException refused)
        {
            await _channel.SendMessageAsync(RpcText.Error(id, refused), CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private OpenResult Open(OpenParams open)
    {
        engine.Opened.Enqueue(open);
        int image = Interlocked.Increment(ref _lastImage);
        PlaneInfo plane = open.Planes[0];
        bool known = engine.Pictures.TryGetValue(open.Hash, out byte[]? pixels);
        _planes[plane.Id] = pixels ?? new byte[plane.ByteLength];
        _missing[plane.Id] = known ? 0 : plane.ByteLength;
        _images[image] = open;
        if (!known)
            engine.CountUpload();
        return new OpenResult(image, known, known ? [] : [plane.Id]);
    }

    private async Task RenderAsync(string id, RenderParams render)
    {
        using CancellationTokenSource cancel = new();
        _running[id] = cancel;
        JsonElement settings = render.Settings!.Value.Clone();
        engine.Renders.Enqueue(settings);
        try
        {
            switch (engine.Behaviour)
            {
                case FakeBehaviour.Hangs:
                    return;
                case FakeBehaviour.Crashes:
                    engine.Crash();
                    return;
                case FakeBehaviour.Refuses:
                    throw new RpcException(RpcCode.Settings, "blur.strength: is refused by the fake");
            }

            using Timer alive = new(_ => Tell(id), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await Task.Delay(engine.RenderTime(), cancel.Token);
            OpenParams open = _images[render.Image];
            PlaneInfo source = open.Planes[0];
            while (_missing[source.Id] > 0)
                await Task.Delay(1, cancel.Token);
            engine.Pictures[open.Hash] = _planes[source.Id];
            byte[] result = Make(_planes[source.Id], source, render.Roi ?? new RoiInfo(0, 0, source.Width, source.Height), FakeEngine.FNumberOf(settings));
            const int Step = 1 << 20;
            for (int offset = 0; offset < result.Length; offset += Step)
                await _channel.SendChunkAsync(render.Plane.Id, offset, result.AsMemory(offset, Math.Min(Step, result.Length - offset)), CancellationToken.None);
            await SendAsync(id, new RenderResult(render.Plane.Id, render.Plane.Width, render.Plane.Height, EmptyHistory), BridgeJson.Default.RenderResult);
        }
        catch (OperationCanceledException)
        {
            throw new RpcException(RpcCode.Cancelled, "Cancelled.");
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    // An engine that works says so at least every second.
    private async void Tell(string id)
    {
        try
        {
            using JsonDocument number = JsonDocument.Parse(id);
            ProgressParams progress = new(number.RootElement, "render", 0.5, "Rendering");
            await _channel.SendMessageAsync(RpcText.Notification(BridgeMethods.Progress, progress, BridgeJson.Default.ProgressParams), CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private static byte[] Make(byte[] pixels, PlaneInfo source, RoiInfo roi, double fNumber)
    {
        byte[] result = new byte[roi.Width * roi.Height * 4];
        for (int y = 0; y < roi.Height; y++)
        {
            for (int x = 0; x < roi.Width * 4; x++)
            {
                byte value = pixels[((roi.Y + y) * source.Stride) + (roi.X * 4) + x];
                result[(y * roi.Width * 4) + x] = x % 4 == 3 ? value : FakeEngine.Pixel(value, fNumber);
            }
        }

        return result;
    }

    private async Task SendAsync<T>(string id, T result, JsonTypeInfo<T> type) => await _channel.SendMessageAsync(RpcText.Result(id, result, type), CancellationToken.None);
}
