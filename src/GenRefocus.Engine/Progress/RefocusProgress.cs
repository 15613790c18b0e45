namespace GenRefocus.Engine;

/// <summary>How far a refocus has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">Finished share of the stage, 0 … 1.</param>
/// <param name="Overall">Finished share of the whole, 0 … 1, estimated from what stages usually cost.</param>
/// <param name="Remaining">Time that is left; null until it can be told.</param>
public readonly record struct RefocusProgress(RefocusStage Stage, double Fraction, double Overall, TimeSpan? Remaining);
