using System.Diagnostics;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>A plane that a client is sending.</summary>
internal sealed class PlaneUpload : IDisposable
{
    private const int ReadBytes = 4 << 20;

    private readonly ChunkLedger _ledger;
    private readonly AlignedMemory<byte>? _memory;
    private readonly SharedBlock? _block;
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastChunk = Stopwatch.GetTimestamp();

    /// <summary>Takes memory, which costs nothing before chunks come, or opens the client's.</summary>
    public PlaneUpload(PlaneInfo layout, int peerPid)
    {
        Layout = layout;
        _ledger = new ChunkLedger(layout.ByteLength);
        if (layout.Shm is { } shared)
            _block = SharedBlock.Open(shared, peerPid, layout.ByteLength);
        else
            _memory = new AlignedMemory<byte>(layout.ByteLength);
    }

    /// <summary>What is sent.</summary>
    public PlaneInfo Layout { get; }

    /// <summary>Where a chunk goes.</summary>
    /// <exception cref="ProtocolException">It has no place.</exception>
    public Memory<byte> Place(ulong offset, int length)
    {
        if (_complete.Task.IsCompleted)
            throw new ProtocolException($"The plane {Layout.Id} was complete already.");
        if (_block is null)
            _ledger.Enter(offset, length);
        else if (offset != (ulong)Layout.ByteLength || length != 0)
            throw new ProtocolException($"The plane {Layout.Id} lies in shared memory; only the empty chunk at its end is expected.");
        return length == 0 ? Memory<byte>.Empty : NativeBytes.Of(_memory!, (long)offset, length).Memory;
    }

    /// <summary>Notes that a chunk is there.</summary>
    public void Arrived()
    {
        Volatile.Write(ref _lastChunk, Stopwatch.GetTimestamp());
        if (_block is not null || _ledger.IsComplete)
            _complete.TrySetResult();
    }

    /// <summary>Waits until the plane is complete.</summary>
    /// <exception cref="RpcException">Nothing came for too long.</exception>
    public async Task WaitAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        while (!_complete.Task.IsCompleted)
        {
            TimeSpan left = silence - Stopwatch.GetElapsedTime(Volatile.Read(ref _lastChunk));
            if (left <= TimeSpan.Zero)
                throw new RpcException(RpcCode.Image, $"The plane {Layout.Id} is not complete and nothing came for {silence.TotalSeconds:0.#} s.");
            await Task.WhenAny(_complete.Task, Task.Delay(left, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Hands the rows out, in order, each once, so that hash and pixels are of the same bytes even if the client still writes.</summary>
    /// <exception cref="RpcException">The client took its memory away.</exception>
    public void ReadRows(RowTaker take, CancellationToken cancellationToken)
    {
        int rows = Math.Clamp(ReadBytes / Layout.Stride, 1, Layout.Height);
        byte[] buffer = _block is null ? [] : GC.AllocateUninitializedArray<byte>(checked(rows * Layout.Stride));
        for (int top = 0; top < Layout.Height; top += rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(rows, Layout.Height - top);
            int bytes = ((count - 1) * Layout.Stride) + Layout.RowBytes;
            ReadOnlySpan<byte> band = _block is null ? NativeBytes.Of(_memory!, (long)top * Layout.Stride, bytes).GetSpan() : Fetch(buffer.AsSpan(0, bytes), top);
            for (int y = 0; y < count; y++)
                take(top + y, band.Slice(y * Layout.Stride, Layout.RowBytes));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _memory?.Dispose();
        _block?.Dispose();
    }

    private ReadOnlySpan<byte> Fetch(Span<byte> band, int top)
    {
        try
        {
            _block!.Read((long)top * Layout.Stride, band);
            return band;
        }
        catch (IOException gone)
        {
            throw new RpcException(RpcCode.Image, "The client's shared memory became smaller than its plane.", "shm", gone);
        }
    }

    /// <summary>Takes a row without padding.</summary>
    internal delegate void RowTaker(int y, ReadOnlySpan<byte> row);
}
