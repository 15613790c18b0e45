namespace GenRefocus.Diffusion.Tests;

public sealed class DiffusionSamplerTests
{
    private static readonly IReadOnlyList<DiffusionStep> Schedule = BridgeSchedule.Create(4, 0.1f);

    [Fact]
    public void A_perfect_guess_is_the_result_and_the_start_is_left_alone()
    {
        float[] start = [0, 0.5f, 1], wanted = [1, 0.25f, 0];
        List<float> times = [];
        float[] result = DiffusionSampler.Run(
            Schedule,
            start,
            (state, time, _) =>
            {
                times.Add(time);
                return wanted;
            },
            (step, noise) => noise.Fill(step),
            null,
            CancellationToken.None);
        Assert.Equal(wanted, result);
        Assert.Equal([0, 0.5f, 1], start);
        Assert.Equal([1, 0.75f, 0.5f, 0.25f], times);
    }

    [Fact]
    public void States_between_are_mixed_as_the_steps_say()
    {
        float[] start = [0.2f, 0.9f], expected = [.. start], last = [];
        int k = 0;
        DiffusionSampler.Run(
            Schedule,
            start,
            (state, _, _) =>
            {
                for (int i = 0; i < state.Length; i++)
                    Assert.Equal(expected[i], state[i], 1e-6f);
                float[] guess = [.. state.Select(v => v * v)];
                DiffusionStep step = Schedule[k++];
                for (int i = 0; i < state.Length; i++)
                    expected[i] = (step.KeepState * state[i]) + (step.AddGuess * guess[i]) + (step.AddNoise * (k + i));
                return last = guess;
            },
            (step, noise) =>
            {
                for (int i = 0; i < noise.Length; i++)
                    noise[i] = step + 1 + i;
            },
            null,
            CancellationToken.None);
        Assert.Equal(4, k);
        Assert.NotEmpty(last);
    }

    [Fact]
    public void A_cancellation_is_heard_within_a_step()
    {
        using CancellationTokenSource cancel = new();
        int guesses = 0;
        Assert.Throws<OperationCanceledException>(() => DiffusionSampler.Run(
            Schedule, new float[3], (state, _, _) => ++guesses > 0 ? [.. state] : [], (_, _) => { }, _ => cancel.Cancel(), cancel.Token));
        Assert.Equal(1, guesses);
    }

    [Fact]
    public void A_guess_of_another_size_is_refused() => Assert.Throws<ArgumentException>(() => DiffusionSampler.Run(
        Schedule, new float[3], (_, _, _) => new float[2], (_, _) => { }, null, CancellationToken.None));
}
