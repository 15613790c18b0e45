using PaintDotNet.Effects;

namespace GenRefocus.PaintDotNet;

/// <summary>The work of one instance of the effect: its picture, and what its newest token asks for.</summary>
internal sealed class EffectRun : IDisposable
{
    // A cancelled dialog must close at once.
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(15);

    private readonly Lock _lock = new();
    private readonly SourceReader _source;
    private readonly EnginePicture _picture;
    private TokenSettings? _settings;
    private EffectWork? _work;
    private bool _disposed;

    /// <summary>Takes an environment; nothing is read yet.</summary>
    public EffectRun(IBitmapEffectEnvironment environment, EngineRoom room)
    {
        _source = new SourceReader(environment);
        _picture = new EnginePicture(room);
    }

    /// <summary>Begins with a new token: the work for the last one ends, and the picture is read if it was not.</summary>
    public void Begin(TokenSettings settings, Func<bool> isCancelled)
    {
        lock (_lock)
        {
            // The final render has the token of the last preview: its result is still right. A failure is not kept, it may be gone.
            if (_work is { IsWanted: true, HasFailed: false } && settings == _settings)
                return;
            _work?.Dispose();
            _work = null;
            _settings = settings;
        }

        if (!_source.IsRead)
            _picture.Prepare();
        _source.Continue(isCancelled);
    }

    /// <summary>Waits for the newest token's outcome. Any number of threads may.</summary>
    /// <returns>The outcome; null when the host cancelled.</returns>
    public EffectOutcome? Wait(Func<bool> isCancelled)
    {
        while (!isCancelled())
        {
            if (Work(isCancelled) is { } work && work.Outcome.Wait(PollEvery) && work.IsWanted)
                return work.Outcome.Result;
        }

        // The token will not be shown: the engine need not go on.
        lock (_lock)
        {
            if (_work is { IsWanted: true, Outcome.IsCompleted: false })
                _work.Dispose();
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _work?.Dispose();
        }

        _source.Dispose();
        _picture.Dispose();
    }

    // A host may cancel and then render the same token after all: work that was cancelled begins again.
    private EffectWork? Work(Func<bool> isCancelled)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_settings is null)
                return null;
            if (_work is { IsWanted: true })
                return _work;
            return _source.Continue(isCancelled) is { } source ? _work = new EffectWork(_picture, source, _settings) : null;
        }
    }
}
