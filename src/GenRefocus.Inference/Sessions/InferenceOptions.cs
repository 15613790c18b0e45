namespace GenRefocus.Inference;

/// <summary>How networks are run.</summary>
public sealed record InferenceOptions
{
    /// <summary>Time an accelerator has for the self-check: 20 s, since a first start compiles shaders.</summary>
    public static readonly TimeSpan DefaultSelfCheckTimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>What computes.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Auto;

    /// <summary>Threads of the CPU provider, 1 or more; the default is the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Folder that keeps verdicts of the self-check; null = every process checks anew.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Time an accelerator has for the self-check.</summary>
    public TimeSpan SelfCheckTimeLimit { get; init; } = DefaultSelfCheckTimeLimit;
}
