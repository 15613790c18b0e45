using GenRefocus.Inference;

namespace GenRefocus.Engine;

/// <summary>How the engine works; never a picture's setting.</summary>
public sealed record EngineOptions
{
    /// <summary>Threads at most, 1 or more; results do not depend on it. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What computes networks.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Auto;

    /// <summary>Folder that keeps verdicts of the accelerator's self-check; null = every process checks anew.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Folder of the shipped networks; null = the folder <c>models</c> beside the executable.</summary>
    public string? ModelFolder { get; init; }
}
