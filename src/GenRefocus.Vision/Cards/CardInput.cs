using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>
/// How a picture becomes a network's input: the upright picture as sRGB values of 0 … 255, resized, perhaps rounded, then
/// <c>(value / Divisor − Mean) / Std</c> in a tensor of 1 × 3 × height × width.
/// </summary>
public sealed record CardInput
{
    /// <summary>The input's name in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>Which size the network gets.</summary>
    public required CardSize Size { get; init; }

    /// <summary>How the picture is resized.</summary>
    public required ResampleFilter Resampling { get; init; }

    /// <summary>Whether resized values are rounded to whole numbers, as they are where training pictures were resized as 8-bit pictures.</summary>
    public required bool RoundTo8Bit { get; init; }

    /// <summary>Order of the channels.</summary>
    public CardChannels Channels { get; init; } = CardChannels.Rgb;

    /// <summary>First divisor, positive.</summary>
    public float Divisor { get; init; } = ChannelScaling.DefaultDivisor;

    /// <summary>What is taken away from each channel after the first division, in the order of <see cref="Channels"/>.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0, 0, 0];

    /// <summary>Second divisor of each channel, positive, in the order of <see cref="Channels"/>.</summary>
    public IReadOnlyList<float> Std { get; init; } = [1, 1, 1];
}
