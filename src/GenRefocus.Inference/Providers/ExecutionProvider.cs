namespace GenRefocus.Inference;

/// <summary>What computes a network.</summary>
public enum ExecutionProvider
{
    /// <summary>DirectML where it exists and passes the self-check, else the CPU.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The graphics card through DirectML: Windows only, and never without the self-check.</summary>
    DirectML,
}
