using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>A client of the engine: opens pictures, renders them into the host's memory. For any number of callers at a time.</summary>
public sealed class BridgeClient : IAsyncDisposable
{
    private readonly BlockPool _blocks = new();
    private readonly BufferPool _buffers = new();
    private int _lastPlane;

    /// <summary>Takes a connection over.</summary>
    /// <param name="connection">The connection.</param>
    public BridgeClient(BridgeConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Connection = connection;
    }

    /// <summary>The connection.</summary>
    public BridgeConnection Connection { get; }

    /// <summary>Connects to an engine that runs.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="options">How to behave.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">Nobody listens, or another user does.</exception>
    /// <exception cref="RpcException">The engine refused.</exception>
    /// <exception cref="EngineStoppedException">It did not answer.</exception>
    public static async Task<BridgeClient> ConnectAsync(BridgeEndpoint endpoint, BridgeClientOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Stream stream = await BridgeTransport.ConnectAsync(endpoint, options.HelloTime, cancellationToken).ConfigureAwait(false);
        return new BridgeClient(await BridgeConnection.OpenAsync(stream, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Opens a picture and sends of it what the engine does not know.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The open picture.</returns>
    /// <exception cref="ArgumentException">The memory does not hold the picture.</exception>
    /// <exception cref="RpcException">The engine refused.</exception>
    /// <exception cref="EngineStoppedException">The engine is gone.</exception>
    public async Task<BridgeImage> OpenAsync(HostPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        PlaneInfo colour = Described(picture.Layout, PlaneRole.Colour, picture.Pixels.Length);
        PlaneInfo? selection = picture.SelectionLayout is { } layout ? Described(layout, PlaneRole.Selection, picture.Selection.Length) : null;
        string hash = picture.Hash ?? await Task.Run(() => ContentHash.Of(colour, picture.Pixels.Span), cancellationToken).ConfigureAwait(false);
        BlockLease colourBlock = Share(ref colour);
        BlockLease selectionBlock = selection is null ? new BlockLease(_blocks, null) : Share(ref selection);
        try
        {
            OpenParams open = new(hash, colour.Width, colour.Height, [colour]) { Selection = selection, Metadata = picture.Metadata, Icc = picture.Icc };
            OpenResult opened = await Connection.CallAsync(BridgeMethods.Open, open, BridgeJson.Default.OpenParams, BridgeJson.Default.OpenResult, null, cancellationToken)
                .ConfigureAwait(false);
            foreach (uint plane in opened.Upload)
            {
                if (plane == colour.Id)
                    await UploadAsync(colour, picture.Pixels, colourBlock.Block, cancellationToken).ConfigureAwait(false);
                else if (plane == selection?.Id)
                    await UploadAsync(selection, picture.Selection, selectionBlock.Block, cancellationToken).ConfigureAwait(false);
            }

            BridgeImage image = new(opened.Image, colour.Width, colour.Height, opened.Have, [colourBlock, selectionBlock]);
            if (opened.Upload.Count == 0)
                image.WasRead();
            return image;
        }
        catch
        {
            colourBlock.Dispose();
            selectionBlock.Dispose();
            throw;
        }
    }

    /// <summary>Finds out what does not depend on the lens.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="settings">Settings, or null for the defaults.</param>
    /// <param name="generation">Newer wins.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="RpcException">The engine refused.</exception>
    /// <exception cref="EngineStoppedException">The engine is gone.</exception>
    public async Task<AnalyzeResult> AnalyzeAsync(BridgeImage image, JsonElement? settings, long generation, IProgress<ProgressParams>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        AnalyzeParams body = new(image.Number) { Settings = settings, Generation = generation };
        AnalyzeResult result = await Connection.CallAsync(BridgeMethods.Analyze, body, BridgeJson.Default.AnalyzeParams, BridgeJson.Default.AnalyzeResult, progress, cancellationToken)
            .ConfigureAwait(false);
        image.WasRead();
        return result;
    }

    /// <summary>Renders into the host's memory, which is written only when the result is whole.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="request">What to render.</param>
    /// <param name="destination">Receives the result; at least as large as its plane. Bytes between rows keep what they are.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="RpcException">The engine refused, or a newer generation was asked for.</exception>
    /// <exception cref="EngineStoppedException">The engine is gone.</exception>
    public async Task<RenderResult> RenderAsync(
        BridgeImage image, RenderRequest request, Memory<byte> destination, IProgress<ProgressParams>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(request);
        PlaneInfo plane = Described(request.Result, PlaneRole.Result, destination.Length);
        using BlockLease block = Share(ref plane);
        byte[] buffer = block.Block is null ? _buffers.Take((int)plane.ByteLength) : [];
        ResultStaging staging = new(plane, buffer);
        if (block.Block is null)
            Connection.Expect(plane.Id, staging);
        try
        {
            RenderParams body = new(image.Number, plane)
            {
                Settings = request.Settings,
                Generation = request.Generation,
                Roi = request.Roi,
                Scale = request.Scale,
                Quality = request.Quality,
                View = request.View,
            };
            RenderResult result = await Connection.CallAsync(BridgeMethods.Render, body, BridgeJson.Default.RenderParams, BridgeJson.Default.RenderResult, progress, cancellationToken)
                .ConfigureAwait(false);
            image.WasRead();
            if (block.Block is { } shared)
                CopyRows(plane, destination.Span, (offset, row) => shared.Read(offset, row));
            else if (staging.IsComplete)
                CopyRows(plane, destination.Span, (offset, row) => staging.Bytes.Slice((int)offset, row.Length).CopyTo(row));
            else
                throw new EngineStoppedException("The engine answered before the result was whole; the picture is unchanged.");
            return result;
        }
        finally
        {
            Connection.Forget(plane.Id);
            if (Connection.IsAlive)
                _buffers.Return(buffer);
        }
    }

    /// <summary>Closes a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task CloseAsync(BridgeImage image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        await Connection.CallAsync(BridgeMethods.Close, new CloseParams(image.Number), BridgeJson.Default.CloseParams, BridgeJson.Default.EmptyObject, null, cancellationToken)
            .ConfigureAwait(false);
        image.WasRead();
    }

    /// <summary>Asks what is understood of words.</summary>
    /// <param name="text">The words, at most <see cref="BridgeLimits.PromptLength"/> characters.</param>
    /// <param name="language">Their language as <c>de</c> or <c>zh-Hans</c>; null to have it found.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The settings that they mean, and what was understood.</returns>
    /// <exception cref="RpcException">The words are too long, or there is no such language.</exception>
    /// <exception cref="EngineStoppedException">The engine is gone.</exception>
    public Task<PromptResult> PromptAsync(string text, string? language, CancellationToken cancellationToken) =>
        Connection.CallAsync(
            BridgeMethods.Prompt, new PromptParams(text) { Language = language }, BridgeJson.Default.PromptParams, BridgeJson.Default.PromptResult, null, cancellationToken);

    /// <summary>Asks how the engine does.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<EngineInfo> InfoAsync(CancellationToken cancellationToken) =>
        Connection.CallAsync(BridgeMethods.Info, new EmptyObject(), BridgeJson.Default.EmptyObject, BridgeJson.Default.EngineInfo, null, cancellationToken);

    /// <summary>Ends the engine.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task ShutdownAsync(CancellationToken cancellationToken) =>
        Connection.CallAsync(BridgeMethods.Shutdown, new EmptyObject(), BridgeJson.Default.EmptyObject, BridgeJson.Default.EmptyObject, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().ConfigureAwait(false);
        _blocks.Dispose();
    }

    private delegate void RowReader(long offset, Span<byte> row);

    // Where rows lie closely, they are one row.
    private static void CopyRows(PlaneInfo plane, Span<byte> destination, RowReader read)
    {
        if (plane.Stride == plane.RowBytes)
        {
            read(0, destination[..(int)plane.ByteLength]);
            return;
        }

        for (int y = 0; y < plane.Height; y++)
            read((long)y * plane.Stride, destination.Slice(y * plane.Stride, plane.RowBytes));
    }

    private PlaneInfo Described(PlaneInfo layout, PlaneRole role, int available)
    {
        PlaneInfo plane = layout with { Id = (uint)Interlocked.Increment(ref _lastPlane), Role = role, Shm = null };
        if (plane.Check() is { } problem)
            throw new ArgumentException(problem, nameof(layout));
        return plane.ByteLength <= available
            ? plane
            : throw new ArgumentException($"A plane of {plane.ByteLength} bytes is not held by memory of {available} bytes.", nameof(layout));
    }

    private BlockLease Share(ref PlaneInfo plane)
    {
        SharedBlock? block = Connection.HasSharedMemory ? _blocks.Take(plane.ByteLength) : null;
        if (block is not null)
            plane = plane with { Shm = block.Description };
        return new BlockLease(_blocks, block);
    }

    private async Task UploadAsync(PlaneInfo plane, ReadOnlyMemory<byte> pixels, SharedBlock? block, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = pixels[..(int)plane.ByteLength];
        if (block is null)
        {
            await Connection.SendPlaneAsync(plane.Id, bytes, cancellationToken).ConfigureAwait(false);
            return;
        }

        await Task.Run(() => block.Write(0, bytes.Span), cancellationToken).ConfigureAwait(false);
        await Connection.SendChunkAsync(plane.Id, bytes.Length, default, cancellationToken).ConfigureAwait(false);
    }
}
