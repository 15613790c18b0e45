namespace GenRefocus.Engine;

/// <summary>Keeps the last network of a kind open, and opens one aside while its user does something else. For one caller at a time.</summary>
/// <typeparam name="T">The network.</typeparam>
/// <param name="open">Opens the network of a file.</param>
internal sealed class KeptNetwork<T>(Func<string, CancellationToken, T> open) : IDisposable
    where T : class, IDisposable
{
    private Task<T>? _opening;
    private string? _path;

    /// <summary>Begins to open a network on another thread; what goes wrong comes out of <see cref="Get"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tryOut">Uses the network once: the first run of a method costs its compilation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(string path, Action<T, CancellationToken> tryOut, CancellationToken cancellationToken)
    {
        if (_opening is null || _path != path)
            Begin(path, tryOut, cancellationToken);
    }

    /// <summary>The network of a file; it stays this one's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    public T Get(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (_opening is null || _path != path)
                Begin(path, static (_, _) => { }, cancellationToken);
            return _opening!.GetAwaiter().GetResult();
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Begin(string path, Action<T, CancellationToken> tryOut, CancellationToken cancellationToken)
    {
        Close();
        _path = path;
        _opening = Task.Run(() => Open(path, tryOut, cancellationToken), CancellationToken.None);
    }

    private T Open(string path, Action<T, CancellationToken> tryOut, CancellationToken cancellationToken)
    {
        T network = open(path, cancellationToken);
        try
        {
            tryOut(network, cancellationToken);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private void Close()
    {
        // One that is still being opened is waited for: it must not outlive its owner.
        if (_opening is not null && _opening.ContinueWith(static opening => opening.IsCompletedSuccessfully, TaskScheduler.Default).GetAwaiter().GetResult())
            _opening.Result.Dispose();
        _opening = null;
        _path = null;
    }
}
