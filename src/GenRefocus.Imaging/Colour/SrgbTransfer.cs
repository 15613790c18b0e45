using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>The sRGB transfer function of IEC 61966-2-1, piecewise: a line near black, a power of 2.4 above.</summary>
public static class SrgbTransfer
{
    /// <summary>Encoded value where the line ends.</summary>
    public const double EncodedKnee = 0.04045;

    /// <summary>Linear value where the line ends.</summary>
    public const double LinearKnee = EncodedKnee / Slope;

    /// <summary>Slope of the line.</summary>
    public const double Slope = 12.92;

    private const double Offset = 0.055;
    private const double Exponent = 2.4;
    private const int CodesAtATime = 512;

    /// <summary>Encoded value to linear light.</summary>
    /// <param name="encoded">0 is black, 1 is white; values outside are mapped by the same formula, negative ones mirrored.</param>
    public static double ToLinear(double encoded)
    {
        double magnitude = Math.Abs(encoded);
        double linear = magnitude <= EncodedKnee ? magnitude / Slope : Math.Pow((magnitude + Offset) / (1 + Offset), Exponent);
        return Math.CopySign(linear, encoded);
    }

    /// <summary>Linear light to encoded value, the inverse of <see cref="ToLinear"/>.</summary>
    /// <param name="linear">0 is black, 1 is white; values outside are mapped by the same formula, negative ones mirrored.</param>
    public static double FromLinear(double linear)
    {
        double magnitude = Math.Abs(linear);
        double encoded = magnitude <= LinearKnee ? magnitude * Slope : ((1 + Offset) * Math.Pow(magnitude, 1 / Exponent)) - Offset;
        return Math.CopySign(encoded, linear);
    }

    /// <summary>Linear light to 8-bit sRGB, rounded correctly; below 0 and NaN give 0, above 1 gives 255.</summary>
    /// <param name="linear">Linear values.</param>
    /// <param name="encoded">Receives as many codes.</param>
    /// <exception cref="ArgumentException">The target is shorter than the source.</exception>
    public static void Encode8(ReadOnlySpan<float> linear, Span<byte> encoded) => Encode(ToneCurve.Srgb.Encoder8, linear, encoded);

    /// <summary>Linear light to 16-bit sRGB, rounded correctly; below 0 and NaN give 0, above 1 gives 65,535.</summary>
    /// <param name="linear">Linear values.</param>
    /// <param name="encoded">Receives as many codes.</param>
    /// <exception cref="ArgumentException">The target is shorter than the source.</exception>
    public static void Encode16(ReadOnlySpan<float> linear, Span<ushort> encoded) => Encode(ToneCurve.Srgb.Encoder16, linear, encoded);

    /// <summary>8-bit sRGB to linear light.</summary>
    /// <param name="encoded">Codes.</param>
    /// <param name="linear">Receives as many values of 0 to 1.</param>
    /// <exception cref="ArgumentException">The target is shorter than the source.</exception>
    public static void Decode8(ReadOnlySpan<byte> encoded, Span<float> linear)
    {
        if (linear.Length < encoded.Length)
            throw new ArgumentException("The target holds fewer values than the source.", nameof(linear));
        ReadOnlySpan<float> table = ToneCurve.Srgb.Decode8;
        for (int i = 0; i < encoded.Length; i++)
            linear[i] = table[encoded[i]];
    }

    private static void Encode<T>(CodeEncoder encoder, ReadOnlySpan<float> linear, Span<T> encoded)
        where T : struct, IBinaryInteger<T>
    {
        if (encoded.Length < linear.Length)
            throw new ArgumentException("The target holds fewer values than the source.", nameof(encoded));
        Span<int> codes = stackalloc int[Math.Min(linear.Length, CodesAtATime)];
        for (int start = 0; start < linear.Length; start += CodesAtATime)
        {
            int count = Math.Min(CodesAtATime, linear.Length - start);
            encoder.Encode(linear.Slice(start, count), codes);
            for (int i = 0; i < count; i++)
                encoded[start + i] = T.CreateTruncating(codes[i]);
        }
    }
}
