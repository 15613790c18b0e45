namespace GenRefocus.Diffusion;

/// <summary>
/// One step of a sampler. The network guesses the wanted picture from the state at a time, and the next state is
/// <c>KeepState · state + AddGuess · guess + AddNoise · noise</c>, with noise of deviation 1.
/// </summary>
/// <param name="Time">What the network is told.</param>
/// <param name="KeepState">Share of the state that stays.</param>
/// <param name="AddGuess">Share of the guess.</param>
/// <param name="AddNoise">Deviation of the noise.</param>
public readonly record struct DiffusionStep(float Time, float KeepState, float AddGuess, float AddNoise);
