namespace GenRefocus.Server;

/// <summary>What the server counts.</summary>
internal sealed class ServerMetrics
{
    private long _bytesIn;
    private long _bytesOut;
    private long _cancelled;
    private long _done;
    private long _failed;
    private long _superseded;

    public long BytesIn => Interlocked.Read(ref _bytesIn);

    public long BytesOut => Interlocked.Read(ref _bytesOut);

    public long Cancelled => Interlocked.Read(ref _cancelled);

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    public long Superseded => Interlocked.Read(ref _superseded);

    /// <summary>A request was answered.</summary>
    public void CountDone() => Interlocked.Increment(ref _done);

    /// <summary>A request was answered with an error.</summary>
    public void CountError(int code)
    {
        ref long counter = ref _failed;
        if (code == Bridge.RpcCode.Cancelled)
            counter = ref _cancelled;
        else if (code == Bridge.RpcCode.Superseded)
            counter = ref _superseded;
        Interlocked.Increment(ref counter);
    }

    /// <summary>A client has left.</summary>
    public void CountBytes(long bytesIn, long bytesOut)
    {
        Interlocked.Add(ref _bytesIn, bytesIn);
        Interlocked.Add(ref _bytesOut, bytesOut);
    }
}
