namespace GenRefocus.Diffusion;

/// <summary>
/// The steps of a diffusion bridge from a given picture (time 1) to the wanted one (time 0): Liu and others, "I²SB: Image-to-Image Schrödinger Bridge", 2023,
/// with a noise scale σ that does not depend on the time, so that the state at time t is <c>(1 − t) · wanted + t · given + σ √(t (1 − t)) · noise</c>.
/// </summary>
public static class BridgeSchedule
{
    /// <summary>Most steps.</summary>
    public const int MaxSteps = 8;

    /// <summary>Makes equal steps from 1 to 0. The state before the first one is the given picture.</summary>
    /// <param name="steps">1 … <see cref="MaxSteps"/>.</param>
    /// <param name="noise">The noise scale σ, 0 … 1.</param>
    /// <returns>The steps; the last one returns the guess itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static IReadOnlyList<DiffusionStep> Create(int steps, float noise)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MaxSteps);
        if (noise is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise scale must be 0 to 1.");
        var schedule = new DiffusionStep[steps];
        for (int k = 0; k < steps; k++)
        {
            // The bridge's law at the next time, given the state now and the end that is guessed.
            double now = 1 - ((double)k / steps), then = 1 - ((k + 1.0) / steps), keep = then / now;
            schedule[k] = new DiffusionStep((float)now, (float)keep, (float)(1 - keep), (float)(noise * Math.Sqrt(then * (now - then) / now)));
        }

        return schedule;
    }
}
