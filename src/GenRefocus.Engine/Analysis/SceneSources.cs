using GenRefocus.Inference;

namespace GenRefocus.Engine;

/// <summary>The networks and files that pictures are made with. Networks are opened once, whoever asks, and asked by one at a time; safe to use from several threads.</summary>
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
        Bokeh = new BokehSource(options, sessions);
        Deblur = new DeblurSource(options, sessions);
        Depth = new DepthSource(options, sessions);
        Subject = new SubjectSource(options, sessions);
    }

    /// <summary>The repair of a drawn blur.</summary>
    internal BokehSource Bokeh { get; }

    /// <summary>Stage 1.</summary>
    internal DeblurSource Deblur { get; }

    /// <summary>Disparity.</summary>
    internal DepthSource Depth { get; }

    /// <summary>The subject.</summary>
    internal SubjectSource Subject { get; }

    /// <summary>
    /// Begins to open the networks, where a second thread is free for it: call it before the photo is read. What goes wrong is told when a network is asked.
    /// </summary>
    /// <param name="request">What will be asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Prepare(RefocusRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_threads == 1)
            return;
        Bokeh.Prepare(request, cancellationToken);
        Deblur.Prepare(DeblurRequest.Of(request.Settings), cancellationToken);
        Depth.Prepare(request.Settings.Depth, cancellationToken);
        Subject.Prepare(cancellationToken);
    }

    /// <summary>Closes the networks; one that is being asked is waited for.</summary>
    public void Dispose()
    {
        Bokeh.Dispose();
        Deblur.Dispose();
        Depth.Dispose();
        Subject.Dispose();
    }
}
