namespace GenRefocus.Inference;

/// <summary>
/// Compares a device's answer to the known network with the CPU's. Broken drivers exist that open a session, run it and return garbage
/// without any error, so a device counts as right only when its numbers are.
/// </summary>
internal static class SelfCheck
{
    /// <summary>Largest difference that passes, as a share of the largest magnitude in the CPU's answer. Float sums in another order give about 1e-6.</summary>
    public const float Tolerance = 1e-3f;

    /// <summary>Runs the known network on both.</summary>
    /// <param name="candidate">Runs it on the device; may throw, return anything or never return.</param>
    /// <param name="reference">Runs it on the CPU.</param>
    /// <param name="timeLimit">How long the device may take, creation of the session included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The verdict; whatever the candidate does, nothing but a cancellation is thrown.</returns>
    public static SelfCheckVerdict Judge(
        Func<byte[], ModelTensor, float[]> candidate,
        Func<byte[], ModelTensor, float[]> reference,
        TimeSpan timeLimit,
        CancellationToken cancellationToken)
    {
        byte[] model = SelfCheckModel.Load();
        float[] expected = reference(model, SelfCheckModel.Input());

        // A thread of its own: a driver that never returns must not take a thread of the pool with it. It is a background thread and ends with the process.
        Task<float[]> run = Task.Factory.StartNew(
            () => candidate(model, SelfCheckModel.Input()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!run.Wait((int)timeLimit.TotalMilliseconds, cancellationToken))
                return new SelfCheckVerdict(false, FormattableString.Invariant($"it gave no answer within {timeLimit.TotalSeconds:0.#} s"));
        }
        catch (AggregateException failure)
        {
            return new SelfCheckVerdict(false, "it failed: " + FirstLine(failure.GetBaseException().Message), Lasts: false);
        }

        return Compare(run.Result, expected);
    }

    private static SelfCheckVerdict Compare(float[] actual, float[] expected)
    {
        if (actual.Length != expected.Length)
            return new SelfCheckVerdict(false, $"it returned {actual.Length} numbers instead of {expected.Length}");
        float peak = expected.Max(MathF.Abs);
        float worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            float difference = MathF.Abs(actual[i] - expected[i]) / peak;
            if (!(difference <= Tolerance))
                return new SelfCheckVerdict(false, "it computes wrong numbers (the graphics driver is broken)");
            worst = Math.Max(worst, difference);
        }

        return new SelfCheckVerdict(true, FormattableString.Invariant($"its answers differ from the processor's by at most {worst:0.0e-0} of the largest"));
    }

    private static string FirstLine(string text)
    {
        string line = text.ReplaceLineEndings("\n").Split('\n')[0].Trim();
        return line.Length <= 300 ? line : line[..300];
    }
}
