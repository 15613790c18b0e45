using GenRefocus.Inference;

namespace GenRefocus.Engine;

/// <summary>The networks and files that an analysis asks.</summary>
internal sealed class SceneSources : IDisposable
{
    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">How the engine works.</param>
    public SceneSources(EngineOptions options)
    {
        InferenceSessionFactory sessions =
            new(new InferenceOptions { Provider = options.Provider, Threads = options.Threads, CacheFolder = options.CacheFolder });
        Depth = new DepthSource(options, sessions);
        Subject = new SubjectSource(options, sessions);
    }

    /// <summary>Disparity.</summary>
    public DepthSource Depth { get; }

    /// <summary>The subject.</summary>
    public SubjectSource Subject { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Depth.Dispose();
        Subject.Dispose();
    }
}
