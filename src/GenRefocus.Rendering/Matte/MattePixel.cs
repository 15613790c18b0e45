using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRefocus.Rendering;

/// <summary>
/// One pixel's share of the subject and its two colours, in the manner of Bayesian matting (Chuang and others, 2001): both sides' colours are normally distributed with
/// one variance for all channels, and shares are tried one by one.
/// </summary>
internal static class MattePixel
{
    /// <summary>Shares that are tried: 0, 1/15, … 1.</summary>
    public const int Shares = 16;

    private const float Falls = 1f / 16;
    private const float PriorScale = 0.5f / (MatteParameters.ShareSigma * MatteParameters.ShareSigma);

    private static readonly Vector256<float> LowShares = Vector256.CreateSequence(0f, 1f / (Shares - 1));
    private static readonly Vector256<float> HighShares = LowShares + Vector256.Create(8f / (Shares - 1));
    private static readonly Vector256<float> LowGain = Vector256<float>.One.WithElement(0, MatteParameters.PureGain);
    private static readonly Vector256<float> HighGain = Vector256<float>.One.WithElement(7, MatteParameters.PureGain);

    /// <summary>The subject's share: the mean of the shares, weighted by how likely each is by the pixel's colour and by what was expected.</summary>
    /// <param name="expected">What mask and depth say.</param>
    /// <param name="pixel">The pixel's colour.</param>
    /// <param name="front">Mean colour of the subject.</param>
    /// <param name="frontVariance">Its variance, noise included.</param>
    /// <param name="back">Mean colour of what is behind.</param>
    /// <param name="backVariance">Its variance, noise included.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Share(float expected, Vector4 pixel, Vector4 front, float frontVariance, Vector4 back, float backVariance)
    {
        Vector4 away = pixel - back, whole = front - back;
        Vector3 squares = new(Vector4.Dot(away, away), Vector4.Dot(away, whole), Vector4.Dot(whole, whole));
        (Vector256<float> lowDistance, Vector256<float> lowWeight) = Weigh(LowShares, expected, squares, frontVariance, backVariance);
        (Vector256<float> highDistance, Vector256<float> highWeight) = Weigh(HighShares, expected, squares, frontVariance, backVariance);

        // Less the smallest distance: the likeliest share always counts.
        Vector256<float> least = Vector256.Min(lowDistance, highDistance);
        Vector128<float> four = Vector128.Min(least.GetLower(), least.GetUpper());
        Vector256<float> smallest = Vector256.Create(MathF.Min(MathF.Min(four[0], four[1]), MathF.Min(four[2], four[3])));
        lowWeight *= Fall(lowDistance - smallest) * LowGain;
        highWeight *= Fall(highDistance - smallest) * HighGain;
        return Vector256.Sum((lowWeight * LowShares) + (highWeight * HighShares)) / Vector256.Sum(lowWeight + highWeight);
    }

    /// <summary>Both colours: the likeliest that give the pixel; the more a side's colours vary, the more of what is missing goes to it.</summary>
    /// <param name="share">The subject's share.</param>
    /// <param name="pixel">The pixel's colour.</param>
    /// <param name="front">Mean colour of the subject.</param>
    /// <param name="frontVariance">Its variance, noise included.</param>
    /// <param name="back">Mean colour of what is behind.</param>
    /// <param name="backVariance">Its variance, noise included.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector4 Front, Vector4 Back) Split(float share, Vector4 pixel, Vector4 front, float frontVariance, Vector4 back, float backVariance)
    {
        float rest = 1 - share;
        Vector4 missing = (pixel - ((share * front) + (rest * back))) / ((share * share * frontVariance) + (rest * rest * backVariance));
        return (Vector4.Max(front + (share * frontVariance * missing), Vector4.Zero), Vector4.Max(back + (rest * backVariance * missing), Vector4.Zero));
    }

    /// <summary>For eight shares: half the squared distance of the pixel from the mixture in standard deviations, and the weight but for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Distance, Vector256<float> Weight) Weigh(
        Vector256<float> share, float expected, Vector3 squares, float frontVariance, float backVariance)
    {
        Vector256<float> rest = Vector256<float>.One - share, off = share - Vector256.Create(expected);
        Vector256<float> variance = (share * share * frontVariance) + (rest * rest * backVariance);
        Vector256<float> squared = Vector256.Create(squares.X) + (share * ((share * squares.Z) - Vector256.Create(2 * squares.Y)));
        Vector256<float> weight = (Fall(off * off * PriorScale) + Vector256.Create(MatteParameters.ShareFloor)) / (variance * Vector256.Sqrt(variance));
        return (squared * 0.5f / variance, weight);
    }

    // exp(−x) as max(0, 1 − x/16)¹⁶: additions and products only.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fall(Vector256<float> x)
    {
        Vector256<float> b = Vector256.Max(Vector256<float>.One - (x * Falls), Vector256<float>.Zero);
        b *= b;
        b *= b;
        b *= b;
        return b * b;
    }
}
