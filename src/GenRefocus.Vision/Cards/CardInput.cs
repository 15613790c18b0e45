using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>
/// How a picture becomes a network's input: the upright picture as sRGB values of 0 … 255, resized, perhaps rounded, then
/// <c>(value / Divisor − Mean) / Std</c> in a tensor of 1 × 3 × height × width.
/// </summary>
/// <param name="Name">The input's name in the graph.</param>
/// <param name="Size">Which size the network gets.</param>
/// <param name="Resampling">How the picture is resized.</param>
/// <param name="RoundTo8Bit">Whether resized values are rounded to whole numbers, as they are where training pictures were resized as 8-bit pictures.</param>
/// <param name="Channels">Order of the channels.</param>
/// <param name="Divisor">First divisor, positive.</param>
/// <param name="Mean">What is taken away from each channel after the first division, in the order of <paramref name="Channels"/>; null = nothing.</param>
/// <param name="Std">Second divisor of each channel, positive, in the order of <paramref name="Channels"/>; null = 1.</param>
public sealed record CardInput(
    string Name,
    CardSize Size,
    ResampleFilter Resampling,
    bool RoundTo8Bit,
    CardChannels Channels = CardChannels.Rgb,
    float Divisor = ChannelScaling.DefaultDivisor,
    IReadOnlyList<float>? Mean = null,
    IReadOnlyList<float>? Std = null)
{
    /// <summary>Divisor, mean and deviation as a tensor needs them.</summary>
    internal ChannelScaling Scaling => new() { Divisor = Divisor, Mean = Mean ?? [0, 0, 0], Std = Std ?? [1, 1, 1] };
}
