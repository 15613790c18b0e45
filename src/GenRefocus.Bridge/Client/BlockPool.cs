namespace GenRefocus.Bridge;

/// <summary>Keeps shared memory for the next plane: fresh pages cost more than the copy.</summary>
internal sealed class BlockPool : IDisposable
{
    // One that a picture was sent in, one that its result comes in.
    private const int Kept = 2;

    private readonly List<SharedBlock> _free = [];
    private readonly Lock _lock = new();
    private bool _disposed;

    /// <summary>Takes a block; null where the system has none.</summary>
    public SharedBlock? Take(long bytes)
    {
        lock (_lock)
        {
            int fit = _free.FindIndex(block => block.Capacity >= bytes);
            if (fit >= 0)
            {
                SharedBlock block = _free[fit];
                _free.RemoveAt(fit);
                return block;
            }
        }

        return SharedBlock.TryCreate(bytes);
    }

    /// <summary>Gives a block back; the smallest go.</summary>
    public void Return(SharedBlock block)
    {
        lock (_lock)
        {
            _free.Add(block);
            while (_free.Count > (_disposed ? 0 : Kept))
            {
                SharedBlock smallest = _free.MinBy(free => free.Capacity)!;
                _free.Remove(smallest);
                smallest.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (SharedBlock block in _free)
                block.Dispose();
            _free.Clear();
        }
    }
}
