namespace GenRefocus.Diffusion.Tests;

public sealed class BridgeScheduleTests
{
    private const float Sigma = 0.05f;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void States_keep_the_law_of_the_bridge(int steps)
    {
        // With a perfect guess a state is a·wanted + b·given + noise: a, b and the variance follow from the steps, and must be those of the bridge.
        double wanted = 0, given = 1, variance = 0;
        foreach ((DiffusionStep step, int k) in BridgeSchedule.Create(steps, Sigma).Select((step, k) => (step, k)))
        {
            Assert.Equal(1 - ((double)k / steps), step.Time, 1e-6);
            wanted = (step.KeepState * wanted) + step.AddGuess;
            given *= step.KeepState;
            variance = (step.KeepState * step.KeepState * variance) + (step.AddNoise * step.AddNoise);
            double t = 1 - ((k + 1.0) / steps);
            Assert.Equal(1 - t, wanted, 1e-6);
            Assert.Equal(t, given, 1e-6);
            Assert.Equal(Sigma * Sigma * t * (1 - t), variance, 1e-9);
        }

        Assert.Equal(1, wanted, 1e-6);
    }

    [Fact]
    public void The_last_step_returns_the_guess_itself()
    {
        foreach (int steps in (int[])[1, 3, 8])
            Assert.Equal((0f, 1f, 0f), BridgeSchedule.Create(steps, Sigma)[^1] is var last ? (last.KeepState, last.AddGuess, last.AddNoise) : default);
    }

    [Theory]
    [InlineData(0, 0.1f)]
    [InlineData(9, 0.1f)]
    [InlineData(1, -0.1f)]
    [InlineData(1, float.NaN)]
    public void Numbers_outside_their_ranges_are_refused(int steps, float noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BridgeSchedule.Create(steps, noise));
}
