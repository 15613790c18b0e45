namespace GenRefocus.Inference.Tests;

public sealed class SelfCheckTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_device_that_agrees_with_the_cpu_passes()
    {
        SelfCheckVerdict verdict = SelfCheck.Judge(OrtRuntime.RunOnCpu, OrtRuntime.RunOnCpu, Limit, Token);
        Assert.True(verdict.Passed, verdict.Reason);
    }

    [Fact]
    public void Rounding_in_another_order_passes()
    {
        SelfCheckVerdict verdict = SelfCheck.Judge((m, x) => [.. OrtRuntime.RunOnCpu(m, x).Select(v => v * 1.00001f)], OrtRuntime.RunOnCpu, Limit, Token);
        Assert.True(verdict.Passed, verdict.Reason);
    }

    [Theory]
    [InlineData(1.01f)]
    [InlineData(0)]
    [InlineData(float.NaN)]
    public void A_device_with_wrong_numbers_is_rejected(float factor)
    {
        SelfCheckVerdict verdict = SelfCheck.Judge((m, x) => [.. OrtRuntime.RunOnCpu(m, x).Select(v => v * factor)], OrtRuntime.RunOnCpu, Limit, Token);
        Assert.False(verdict.Passed);
        Assert.Contains("wrong numbers", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_number_is_enough()
    {
        static float[] Candidate(byte[] model, ModelTensor input)
        {
            float[] y = OrtRuntime.RunOnCpu(model, input);
            y[^1] = float.PositiveInfinity;
            return y;
        }

        Assert.False(SelfCheck.Judge(Candidate, OrtRuntime.RunOnCpu, Limit, Token).Passed);
    }

    [Fact]
    public void An_answer_of_another_size_is_rejected()
    {
        Assert.False(SelfCheck.Judge((_, _) => new float[3], OrtRuntime.RunOnCpu, Limit, Token).Passed);
    }

    [Fact]
    public void A_device_that_throws_is_rejected_with_its_message()
    {
        SelfCheckVerdict verdict = SelfCheck.Judge((_, _) => throw new InvalidOperationException("887A0004\nmore"), OrtRuntime.RunOnCpu, Limit, Token);
        Assert.False(verdict.Passed);
        Assert.Equal("it failed: 887A0004", verdict.Reason);
    }

    [Fact]
    public void A_device_that_never_answers_is_rejected()
    {
        using var never = new ManualResetEventSlim();
        SelfCheckVerdict verdict = SelfCheck.Judge(
            (m, x) =>
            {
                never.Wait(CancellationToken.None);
                return [];
            },
            OrtRuntime.RunOnCpu,
            TimeSpan.FromMilliseconds(50),
            Token);
        never.Set();
        Assert.False(verdict.Passed);
        Assert.Contains("no answer within 0.1 s", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_during_the_check_is_no_verdict()
    {
        using var source = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        Assert.Throws<OperationCanceledException>(() => SelfCheck.Judge(
            (m, x) =>
            {
                source.Cancel();
                never.Wait(CancellationToken.None);
                return [];
            },
            OrtRuntime.RunOnCpu,
            Limit,
            source.Token));
        never.Set();
    }
}
