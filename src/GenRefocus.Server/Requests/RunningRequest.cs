namespace GenRefocus.Server;

/// <summary>A request that is being worked on.</summary>
/// <param name="id">JSON text of its id.</param>
/// <param name="image">The image that it is for.</param>
/// <param name="generation">Its generation.</param>
/// <param name="connection">Cancelled when the connection ends.</param>
internal sealed class RunningRequest(string id, OpenImage image, long generation, CancellationToken connection) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(connection);
    private readonly Lock _lock = new();
    private bool _disposed;

    /// <summary>JSON text of its id.</summary>
    public string Id => id;

    /// <summary>The image that it is for.</summary>
    public OpenImage Image => image;

    /// <summary>Its generation.</summary>
    public long Generation => generation;

    /// <summary>Ends it.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether a newer one ended it.</summary>
    public bool IsSuperseded { get; private set; }

    /// <summary>Ends it.</summary>
    /// <param name="superseded">Whether by a newer one.</param>
    public void Cancel(bool superseded)
    {
        lock (_lock)
        {
            if (_disposed || _source.IsCancellationRequested)
                return;
            IsSuperseded = superseded;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was just finished.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _disposed = true;
        _source.Dispose();
    }
}
