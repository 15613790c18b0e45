namespace GenRefocus.Inference;

/// <summary>
/// How colour values become a network's numbers: <c>(value / Divisor − Mean[channel]) / Std[channel]</c>, in single precision and in this order, so that
/// results equal those of the network's training code bit for bit.
/// </summary>
public sealed record ChannelScaling
{
    /// <summary>Divisor that brings 8-bit values to 0 … 1.</summary>
    public const float DefaultDivisor = 255;

    /// <summary>First divisor, positive and finite.</summary>
    public float Divisor { get; init; } = DefaultDivisor;

    /// <summary>What is taken away, one number a channel.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0, 0, 0];

    /// <summary>Second divisor, one positive number a channel.</summary>
    public IReadOnlyList<float> Std { get; init; } = [1, 1, 1];
}
