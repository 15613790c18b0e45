using System.Text.Json;
using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>The requests of a connection that take time.</summary>
internal sealed class SessionRequests
{
    private const int ChunkBytes = 1 << 20;

    private readonly ServerState _state;
    private readonly FrameChannel _channel;
    private readonly SessionImages _images;
    private readonly CancellationToken _connection;
    private readonly ImageWorker _worker;
    private readonly Dictionary<string, (RunningRequest Request, Task Work)> _running = [];
    private readonly Lock _lock = new();

    public SessionRequests(ServerState state, FrameChannel channel, SessionImages images, CancellationToken connection)
    {
        _state = state;
        _channel = channel;
        _images = images;
        _connection = connection;
        _worker = new ImageWorker(state);
    }

    /// <summary>Begins an analysis.</summary>
    /// <exception cref="RpcException">It cannot begin.</exception>
    public void Analyze(string id, AnalyzeParams analyze) => Begin(id, analyze.Image, analyze.Generation, async (request, progress) =>
    {
        AnalyzeResult result = await _worker.AnalyzeAsync(request, analyze, progress).ConfigureAwait(false);
        return RpcText.Result(id, result, BridgeJson.Default.AnalyzeResult);
    });

    /// <summary>Begins a render.</summary>
    /// <exception cref="RpcException">It cannot begin.</exception>
    public void Render(string id, RenderParams render)
    {
        if (render.Plane.Check() is { } problem)
            throw new RpcException(RpcCode.InvalidParams, problem, "plane");
        _images.CheckSharing(render.Plane);
        _images.Planes.Reserve(render.Plane);
        try
        {
            Begin(id, render.Image, render.Generation, (request, progress) => RenderAsync(request, render, progress), () => _images.Planes.Release(render.Plane));
        }
        catch
        {
            _images.Planes.Release(render.Plane);
            throw;
        }
    }

    /// <summary>Cancels a request.</summary>
    public void Cancel(string id)
    {
        RunningRequest? request;
        lock (_lock)
            request = _running.GetValueOrDefault(id).Request;
        request?.Cancel(superseded: false);
    }

    /// <summary>Cancels what runs for a picture.</summary>
    public void CancelFor(OpenImage image) => CancelWhere(request => request.Image == image, superseded: false);

    /// <summary>Waits until the last request has ended; the connection's token is cancelled.</summary>
    public async Task EndAsync()
    {
        Task[] all;
        lock (_lock)
            all = [.. _running.Values.Select(running => running.Work)];
        await Task.WhenAll(all).ConfigureAwait(false);
    }

    private void Begin(string id, int number, long generation, Func<RunningRequest, ProgressSender, Task<ReadOnlyMemory<byte>>> work, Action? end = null)
    {
        OpenImage image = _images.Find(number);
        if (generation < image.Generation)
            throw new RpcException(RpcCode.Superseded, "A newer request for this picture came.");
        lock (_lock)
        {
            if (_running.ContainsKey(id))
                throw new ProtocolException("An id of a request came twice.");
            if (_running.Count >= _state.Options.Limits.Requests)
                throw new RpcException(RpcCode.Limit, $"{_running.Count} requests of this client are in flight; wait for one.");
        }

        image.Generation = generation;
        CancelWhere(request => request.Image == image && request.Generation < generation, superseded: true);
        RunningRequest running = new(id, image, generation, _connection);
        _images.Enter(image);
        TaskCompletionSource begin = new();
        Task task = Task.Run(async () =>
        {
            await begin.Task.ConfigureAwait(false);
            await RunAsync(running, work, end).ConfigureAwait(false);
        }, CancellationToken.None);
        lock (_lock)
            _running.Add(id, (running, task));
        begin.SetResult();
    }

    // Metadata come from the settings, which may be as long as a request: an answer that does not fit must not be no answer.
    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> answer) => answer.Length <= FrameLimits.MaxMessageBytes
        ? answer
        : throw new RpcException(RpcCode.Limit, $"The answer would have {answer.Length} bytes; at most {FrameLimits.MaxMessageBytes} are allowed. Shorten the settings.", "settings");

    private void CancelWhere(Func<RunningRequest, bool> which, bool superseded)
    {
        RunningRequest[] requests;
        lock (_lock)
            requests = [.. _running.Values.Select(running => running.Request).Where(which)];
        foreach (RunningRequest request in requests)
            request.Cancel(superseded);
    }

    private async Task RunAsync(RunningRequest request, Func<RunningRequest, ProgressSender, Task<ReadOnlyMemory<byte>>> work, Action? end)
    {
        ProgressSender progress = new(_channel, request.Id);
        ReadOnlyMemory<byte> answer;
        try
        {
            answer = Bounded(await work(request, progress).ConfigureAwait(false));
            _state.Metrics.CountDone();
        }
        catch (Exception error)
        {
            RpcException failure = RequestFailure.Of(error, request, _state.Stopping.IsCancellationRequested);
            _state.Metrics.CountError(failure.Code);
            if (failure.Code == RpcCode.Internal)
                _state.Log.Error("request", ("error", error.ToString()));
            answer = RpcText.Error(request.Id, failure);
        }

        // The client may use the ids anew as soon as it has the answer.
        await progress.DisposeAsync().ConfigureAwait(false);
        end?.Invoke();
        lock (_lock)
            _running.Remove(request.Id);
        _images.Leave(request.Image);
        await TrySendAsync(answer).ConfigureAwait(false);
        request.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> RenderAsync(RunningRequest request, RenderParams render, ProgressSender progress)
    {
        using SharedBlock? shared = render.Plane.Shm is { } shm ? SharedBlock.Open(shm, _images.PeerPid, render.Plane.ByteLength) : null;
        (ResultPlane plane, JsonElement history) = await _worker.RenderAsync(request, render, progress).ConfigureAwait(false);
        using (plane)
        {
            if (shared is not null)
                plane.CopyTo(shared);
            else
                await SendAsync(plane, request.Token).ConfigureAwait(false);
        }

        RenderResult result = new(render.Plane.Id, render.Plane.Width, render.Plane.Height, history);
        return RpcText.Result(request.Id, result, BridgeJson.Default.RenderResult);
    }

    private async Task SendAsync(ResultPlane plane, CancellationToken cancellationToken)
    {
        for (long offset = 0; offset < plane.Layout.ByteLength; offset += ChunkBytes)
        {
            int count = (int)Math.Min(ChunkBytes, plane.Layout.ByteLength - offset);
            await _channel.SendChunkAsync(plane.Layout.Id, offset, plane.Bytes(offset, count).Memory, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TrySendAsync(ReadOnlyMemory<byte> answer)
    {
        try
        {
            await _channel.SendMessageAsync(answer, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone; there is nobody to tell.
        }
    }
}
