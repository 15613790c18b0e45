namespace GenRefocus.Inference;

/// <summary>Decides between the CPU and an accelerator: an accelerator is used only after it passed the self-check.</summary>
/// <param name="accelerator">The device.</param>
/// <param name="reference">Runs the known network on the CPU.</param>
/// <param name="cache">Where verdicts are kept.</param>
internal sealed class ProviderChooser(IAccelerator accelerator, Func<byte[], ModelTensor, float[]> reference, SelfCheckCache cache)
{
    /// <summary>Verdict on a device whose check never ended: written before the check starts, replaced when it ends.</summary>
    internal static readonly SelfCheckVerdict Unfinished = new(
        false, "the program ended during the last self-check (the graphics driver may have crashed it)");

    public ProviderDecision Choose(ExecutionProvider wanted, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (wanted == ExecutionProvider.Cpu)
            return new ProviderDecision(ExecutionProvider.Cpu, "The processor computes: it was asked for.", IsFallback: false);
        if (accelerator.WhyAbsent is { } absent)
            return new ProviderDecision(ExecutionProvider.Cpu, "The processor computes. " + absent, IsFallback: wanted == ExecutionProvider.DirectML);

        SelfCheckVerdict verdict = Verdict(timeLimit, cancellationToken);
        return verdict.Passed
            ? new ProviderDecision(ExecutionProvider.DirectML, $"DirectML computes: {verdict.Reason}.", IsFallback: false)
            : new ProviderDecision(
                ExecutionProvider.Cpu, $"The processor computes, because DirectML is not to be trusted here: {verdict.Reason}.", IsFallback: true);
    }

    private SelfCheckVerdict Verdict(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        string identity = accelerator.Identity;
        if (cache.Find(identity) is { } known)
            return known;

        // A driver that takes the process down would do so at every start: this entry keeps the next start away from it.
        cache.Keep(identity, Unfinished);
        try
        {
            SelfCheckVerdict verdict = SelfCheck.Judge(accelerator.Run, reference, timeLimit, cancellationToken);
            if (verdict.Lasts)
                cache.Keep(identity, verdict);
            else
                cache.Forget(identity);
            return verdict;
        }
        catch
        {
            cache.Forget(identity);
            throw;
        }
    }
}
