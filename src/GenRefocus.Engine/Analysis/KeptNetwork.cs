namespace GenRefocus.Engine;

/// <summary>
/// Keeps the last network of a kind open, opens one aside while its user does something else, and lets one caller use it at a time: a network takes all threads, and
/// memory for as many runs as there are.
/// </summary>
/// <typeparam name="T">The network.</typeparam>
/// <param name="open">Opens the network of a file.</param>
internal sealed class KeptNetwork<T>(Func<string, CancellationToken, T> open) : IDisposable
    where T : class, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Task<T>? _opening;
    private string? _path;

    /// <summary>Begins to open a network on another thread, unless one is in use; what goes wrong comes out of <see cref="Use"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tryOut">Uses the network once: the first run of a method costs its compilation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(string path, Action<T, CancellationToken> tryOut, CancellationToken cancellationToken)
    {
        if (!_turn.Wait(0, cancellationToken))
            return;
        try
        {
            if (_opening is null || _path != path)
                Begin(path, tryOut, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Uses the network of a file when it is free; it stays this one's.</summary>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="use">What is done with it.</param>
    /// <param name="cancellationToken">Ends the waiting and the opening.</param>
    public TResult Use<TResult>(string path, Func<T, TResult> use, CancellationToken cancellationToken)
    {
        _turn.Wait(cancellationToken);
        try
        {
            return use(Get(path, cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Wait();
        Close();
        _turn.Dispose();
    }

    private T Get(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (_opening is null || _path != path)
                Begin(path, static (_, _) => { }, cancellationToken);
            return _opening!.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever had it prepared gave up; this caller did not.
            Begin(path, static (_, _) => { }, cancellationToken);
            return _opening!.GetAwaiter().GetResult();
        }
        catch
        {
            Close();
            throw;
        }
    }

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
