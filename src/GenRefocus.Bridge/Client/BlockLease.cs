namespace GenRefocus.Bridge;

/// <summary>A block of a pool for as long as it is needed.</summary>
internal sealed class BlockLease(BlockPool pool, SharedBlock? block) : IDisposable
{
    private SharedBlock? _block = block;

    /// <summary>The block; null where planes go in chunks.</summary>
    public SharedBlock? Block => _block;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _block, null) is { } taken)
            pool.Return(taken);
    }
}
