using System.Collections.Concurrent;

namespace GenRefocus.Imaging;

/// <summary>The blocks of one size that <see cref="AlignedPool"/> keeps.</summary>
/// <param name="size">Bytes of a block.</param>
internal sealed class AlignedShelf(nuint size)
{
    private long _lastUse;

    /// <summary>Bytes of a block.</summary>
    public nuint Size { get; } = size;

    /// <summary>The kept blocks.</summary>
    public ConcurrentBag<nint> Blocks { get; } = [];

    /// <summary>When a block was last taken or given back, on the pool's clock.</summary>
    public long LastUse
    {
        get => Interlocked.Read(ref _lastUse);
        set => Interlocked.Exchange(ref _lastUse, value);
    }
}
