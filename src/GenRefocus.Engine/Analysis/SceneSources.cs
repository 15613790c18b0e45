using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>The networks and files that analyses ask. Networks are opened once, whoever asks, and asked by one at a time; safe to use from several threads.</summary>
public sealed class SceneSources : IDisposable
{
    private readonly int _threads;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">How the engine works.</param>
    public SceneSources(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _threads = options.Threads;
        InferenceSessionFactory sessions =
            new(new InferenceOptions { Provider = options.Provider, Threads = options.Threads, CacheFolder = options.CacheFolder });
        Deblur = new DeblurSource(options, sessions);
        Depth = new DepthSource(options, sessions);
        Subject = new SubjectSource(options, sessions);
    }

    /// <summary>Stage 1.</summary>
    internal DeblurSource Deblur { get; }

    /// <summary>Disparity.</summary>
    internal DepthSource Depth { get; }

    /// <summary>The subject.</summary>
    internal SubjectSource Subject { get; }

    /// <summary>
    /// Begins to open the networks, where a second thread is free for it: call it before the photo is read. What goes wrong is told when a network is asked.
    /// </summary>
    /// <param name="settings">What will be asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Prepare(RefocusSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (_threads == 1)
            return;
        Deblur.Prepare(DeblurRequest.Of(settings), cancellationToken);
        Depth.Prepare(settings.Depth, cancellationToken);
        Subject.Prepare(cancellationToken);
    }

    /// <summary>Closes the networks; one that is being asked is waited for.</summary>
    public void Dispose()
    {
        Deblur.Dispose();
        Depth.Dispose();
        Subject.Dispose();
    }
}
