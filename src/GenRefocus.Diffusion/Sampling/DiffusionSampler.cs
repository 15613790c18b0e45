using System.Numerics.Tensors;

namespace GenRefocus.Diffusion;

/// <summary>Walks a state along a schedule.</summary>
public static class DiffusionSampler
{
    /// <summary>Guesses the wanted picture from a state at a time; must return as many values as it was given, and may not keep the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">Ends the guess.</param>
    public delegate float[] Guess(float[] state, float time, CancellationToken cancellationToken);

    /// <summary>Fills a buffer with normal noise of a step, the same for the same step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="noise">Receives the noise.</param>
    public delegate void Noise(int step, Span<float> noise);

    /// <summary>Runs all steps.</summary>
    /// <param name="schedule">The steps, one or more.</param>
    /// <param name="start">The state before the first step; it is not changed.</param>
    /// <param name="guess">The network.</param>
    /// <param name="noise">The noise.</param>
    /// <param name="afterStep">Called after each step with its number, from 0; null for nobody.</param>
    /// <param name="cancellationToken">Asked before each step.</param>
    /// <returns>The state after the last step.</returns>
    /// <exception cref="ArgumentException">There is no step, or a guess has another length than the state.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static float[] Run(
        IReadOnlyList<DiffusionStep> schedule, float[] start, Guess guess, Noise noise, Action<int>? afterStep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(guess);
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentOutOfRangeException.ThrowIfZero(schedule.Count, nameof(schedule));
        float[] state = start, own = [], random = [];
        for (int k = 0; k < schedule.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DiffusionStep step = schedule[k];
            float[] wanted = guess(state, step.Time, cancellationToken);
            if (wanted.Length != start.Length)
                throw new ArgumentException($"The network guessed {wanted.Length} values of a picture of {start.Length}.", nameof(guess));
            if (step is { KeepState: 0, AddGuess: 1, AddNoise: 0 })
            {
                state = wanted;
            }
            else
            {
                if (own.Length == 0)
                    own = new float[start.Length];
                TensorPrimitives.Multiply(state, step.KeepState, own);
                TensorPrimitives.MultiplyAdd(wanted, step.AddGuess, own, own);
                if (step.AddNoise > 0)
                {
                    if (random.Length == 0)
                        random = new float[start.Length];
                    noise(k, random);
                    TensorPrimitives.MultiplyAdd(random, step.AddNoise, own, own);
                }

                state = own;
            }

            afterStep?.Invoke(k);
        }

        return state;
    }
}
