using System.Buffers;
using System.Buffers.Binary;

namespace GenRefocus.Bridge;

/// <summary>Frames over a stream: one reader, any number of writers, each frame under a time limit. Owns the stream.</summary>
public sealed class FrameChannel : IAsyncDisposable
{
    private const int WholeFrameBytes = 16 * 1024;

    private readonly Stream _stream;
    private readonly TimeSpan _frameTime;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _closed = new();
    private long _bytesIn;
    private long _bytesOut;
    private int _disposed;
    private volatile bool _broken;

    /// <summary>Makes a channel.</summary>
    /// <param name="stream">A connected stream.</param>
    /// <param name="frameTime">Time limit of a frame.</param>
    public FrameChannel(Stream stream, TimeSpan frameTime)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _frameTime = frameTime;
    }

    /// <summary>Bytes read so far.</summary>
    public long BytesIn => Interlocked.Read(ref _bytesIn);

    /// <summary>Bytes written so far.</summary>
    public long BytesOut => Interlocked.Read(ref _bytesOut);

    /// <summary>Reads frames until the peer closes the stream.</summary>
    /// <param name="sink">Takes them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProtocolException">The peer broke the protocol, or a frame took too long.</exception>
    /// <exception cref="IOException">The connection broke, also in the middle of a frame.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the channel was closed on this side.</exception>
    public async Task ReadAsync(IFrameSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        using CancellationTokenSource clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        byte[] head = new byte[FrameLimits.HeaderBytes + FrameLimits.OffsetBytes];
        try
        {
            while (true)
            {
                int first = await _stream.ReadAsync(head.AsMemory(0, FrameLimits.HeaderBytes), clock.Token).ConfigureAwait(false);
                if (first == 0)
                    return;
                clock.CancelAfter(_frameTime);
                await _stream.ReadExactlyAsync(head.AsMemory(first, FrameLimits.HeaderBytes - first), clock.Token).ConfigureAwait(false);
                FrameHeader header = FrameHeader.Parse(head);
                Interlocked.Add(ref _bytesIn, FrameLimits.HeaderBytes + header.PayloadBytes);
                if (header.Type == FrameType.Chunk)
                    await ReadChunkAsync(header, head.AsMemory(FrameLimits.HeaderBytes), sink, clock).ConfigureAwait(false);
                else
                    await ReadMessageAsync(header, sink, clock).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && !_closed.IsCancellationRequested)
        {
            throw new ProtocolException($"A frame was not complete within {_frameTime.TotalSeconds:0} s.");
        }
        catch (ObjectDisposedException)
        {
            throw new OperationCanceledException("The connection was closed.");
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="utf8">Its JSON, at most <see cref="FrameLimits.MaxMessageBytes"/>.</param>
    /// <param name="cancellationToken">Looked at before the first byte: a frame that has begun is finished.</param>
    /// <exception cref="IOException">The connection broke, or the peer did not take the frame in time.</exception>
    public ValueTask SendMessageAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        if (utf8.Length is 0 or > FrameLimits.MaxMessageBytes)
            throw new ArgumentException($"A message has 1 to {FrameLimits.MaxMessageBytes} bytes, not {utf8.Length}.", nameof(utf8));
        return SendAsync(new FrameHeader(FrameType.Message, 0, utf8.Length), 0, utf8, cancellationToken);
    }

    /// <summary>Sends a chunk.</summary>
    /// <param name="plane">The plane's id.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="bytes">Its bytes, at most <see cref="FrameLimits.MaxChunkBytes"/>.</param>
    /// <param name="cancellationToken">Looked at before the first byte.</param>
    /// <exception cref="IOException">The connection broke, or the peer did not take the frame in time.</exception>
    public ValueTask SendChunkAsync(uint plane, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, FrameLimits.MaxChunkBytes, nameof(bytes));
        return SendAsync(new FrameHeader(FrameType.Chunk, plane, FrameLimits.OffsetBytes + bytes.Length), offset, bytes, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _closed.CancelAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<bool> EnterAsync(SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask ReadChunkAsync(FrameHeader header, Memory<byte> offsetBytes, IFrameSink sink, CancellationTokenSource clock)
    {
        await _stream.ReadExactlyAsync(offsetBytes, clock.Token).ConfigureAwait(false);
        ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(offsetBytes.Span);
        int length = header.PayloadBytes - FrameLimits.OffsetBytes;
        Memory<byte> place = sink.PlaceChunk(header.Channel, offset, length);
        await _stream.ReadExactlyAsync(place[..length], clock.Token).ConfigureAwait(false);
        clock.CancelAfter(Timeout.InfiniteTimeSpan);
        sink.ChunkArrived(header.Channel, offset, length);
    }

    private async ValueTask ReadMessageAsync(FrameHeader header, IFrameSink sink, CancellationTokenSource clock)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(header.PayloadBytes);
        try
        {
            Memory<byte> json = buffer.AsMemory(0, header.PayloadBytes);
            await _stream.ReadExactlyAsync(json, clock.Token).ConfigureAwait(false);
            clock.CancelAfter(Timeout.InfiniteTimeSpan);
            await sink.TakeMessageAsync(json).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask SendAsync(FrameHeader header, long offset, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        int headBytes = FrameLimits.HeaderBytes + (header.Type == FrameType.Chunk ? FrameLimits.OffsetBytes : 0);
        bool whole = body.Length <= WholeFrameBytes;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(headBytes + (whole ? body.Length : 0));
        bool entered = false;
        try
        {
            header.Write(buffer);
            if (header.Type == FrameType.Chunk)
                BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(FrameLimits.HeaderBytes), offset);
            if (whole)
                body.CopyTo(buffer.AsMemory(headBytes));
            using CancellationTokenSource entry = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
            entered = await EnterAsync(_writing, entry.Token).ConfigureAwait(false);
            if (_broken)
                throw new IOException("The connection is broken.");
            await WriteAsync(buffer.AsMemory(0, headBytes + (whole ? body.Length : 0)), whole ? default : body).ConfigureAwait(false);
            Interlocked.Add(ref _bytesOut, headBytes + body.Length);
        }
        finally
        {
            if (entered)
                _writing.Release();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        using CancellationTokenSource clock = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        clock.CancelAfter(_frameTime);
        try
        {
            await _stream.WriteAsync(head, clock.Token).ConfigureAwait(false);
            if (body.Length > 0)
                await _stream.WriteAsync(body, clock.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Half a frame may be out: nothing that follows could be read.
            _broken = true;
            await DisposeAsync().ConfigureAwait(false);
            throw new IOException(error is IOException ? "The connection broke." : $"The other side did not take a frame within {_frameTime.TotalSeconds:0} s, or the connection was closed.", error);
        }
    }
}
