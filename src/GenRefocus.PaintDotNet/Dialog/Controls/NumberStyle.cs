namespace GenRefocus.PaintDotNet;

/// <summary>How a number is shown.</summary>
/// <param name="Decimals">Decimals.</param>
/// <param name="SmallChange">What an arrow key and the spinner change.</param>
/// <param name="LargeChange">What a click beside the slider's thumb changes.</param>
internal sealed record NumberStyle(int Decimals, double SmallChange, double LargeChange)
{
    /// <summary>A share of 0 … 1, or a factor about 1.</summary>
    public static NumberStyle Share { get; } = new(2, 0.01, 0.1);

    /// <summary>Whether equal steps are equal factors.</summary>
    public bool IsExponential { get; init; }

    /// <summary>Whether it is an angle.</summary>
    public bool IsAngle { get; init; }
}
