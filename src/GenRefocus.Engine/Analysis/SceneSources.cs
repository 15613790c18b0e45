using GenRefocus.Inference;

namespace GenRefocus.Engine;

/// <summary>The networks and files that pictures are made with. Networks are opened once, whoever asks, and asked by one at a time; safe to use from several threads.</summary>
public sealed class SceneSources : IDisposable
{
    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">How the engine works.</param>
    public SceneSources(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
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

    /// <summary>Closes the networks; one that is being asked is waited for.</summary>
    public void Dispose()
    {
        Bokeh.Dispose();
        Deblur.Dispose();
        Depth.Dispose();
        Subject.Dispose();
    }
}
