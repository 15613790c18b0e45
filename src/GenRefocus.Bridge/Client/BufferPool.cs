namespace GenRefocus.Bridge;

/// <summary>Keeps the largest buffer for the next result.</summary>
internal sealed class BufferPool
{
    private byte[]? _free;

    /// <summary>Takes a buffer of at least that size.</summary>
    public byte[] Take(int bytes)
    {
        byte[]? free = Interlocked.Exchange(ref _free, null);
        return free is not null && free.Length >= bytes ? free : GC.AllocateUninitializedArray<byte>(bytes);
    }

    /// <summary>Gives it back.</summary>
    public void Return(byte[] buffer)
    {
        if (buffer.Length > (Volatile.Read(ref _free)?.Length ?? 0))
            Volatile.Write(ref _free, buffer);
    }
}
