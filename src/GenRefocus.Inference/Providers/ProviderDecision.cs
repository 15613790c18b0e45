namespace GenRefocus.Inference;

/// <summary>Which provider computes, and why.</summary>
/// <param name="Provider"><see cref="ExecutionProvider.Cpu"/> or <see cref="ExecutionProvider.DirectML"/>.</param>
/// <param name="Reason">One sentence for the user.</param>
/// <param name="IsFallback">True when DirectML was asked for, or is there, but is not used: worth a warning.</param>
public sealed record ProviderDecision(ExecutionProvider Provider, string Reason, bool IsFallback);
