namespace GenRefocus.Imaging;

/// <summary>
/// A colour map for disparity: far is dark violet, near is pale yellow. Its 256 colours lie at equal steps of lightness in the OKLab space (B. Ottosson, 2020), so that equal steps
/// of disparity look equal and the map still reads in grey; the hue runs from violet over blue and green to yellow, as colourful as sRGB allows up to a limit.
/// </summary>
public static class DepthColourMap
{
    /// <summary>Number of colours.</summary>
    public const int Count = 256;

    private const double FarLightness = 0.20;
    private const double NearLightness = 0.95;
    private const double FarHue = 305;
    private const double NearHue = 100;
    private const double MaxChroma = 0.17;

    private static readonly byte[] Table = MakeTable();

    /// <summary>The colours: <see cref="Count"/> triples of 8-bit sRGB, far first.</summary>
    public static ReadOnlySpan<byte> Colours => Table;

    /// <summary>Colours a row.</summary>
    /// <param name="disparity">Values of 0 (far) to 1 (near); others are clamped, not-a-number counts as far.</param>
    /// <param name="rgb">Receives three bytes a value.</param>
    /// <exception cref="ArgumentException">The target is too short.</exception>
    public static void Apply(ReadOnlySpan<float> disparity, Span<byte> rgb)
    {
        if (rgb.Length < 3L * disparity.Length)
            throw new ArgumentException("The target holds fewer than three bytes a value.", nameof(rgb));
        for (int i = 0; i < disparity.Length; i++)
        {
            int index = disparity[i] > 0 ? (int)((Math.Min(disparity[i], 1f) * (Count - 1)) + 0.5f) : 0;
            Table.AsSpan(3 * index, 3).CopyTo(rgb[(3 * i)..]);
        }
    }

    private static byte[] MakeTable()
    {
        var table = new byte[3 * Count];
        Span<double> colour = stackalloc double[3];
        for (int i = 0; i < Count; i++)
        {
            double t = i / (double)(Count - 1);
            double lightness = FarLightness + (t * (NearLightness - FarLightness));
            double hue = double.DegreesToRadians(FarHue + (t * (NearHue - FarHue)));
            double chroma = MaxChroma;
            while (!TryConvert(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue), colour))
                chroma -= 0.0005;
            for (int c = 0; c < 3; c++)
                table[(3 * i) + c] = (byte)Math.Round(SrgbTransfer.FromLinear(Math.Clamp(colour[c], 0, 1)) * 255);
        }

        return table;
    }

    /// <summary>OKLab to linear sRGB; false where the colour is outside sRGB.</summary>
    private static bool TryConvert(double lightness, double a, double b, Span<double> rgb)
    {
        double l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        double m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        double s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        rgb[0] = (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s);
        rgb[1] = (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s);
        rgb[2] = (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s);
        const double tolerance = 1e-6;
        return rgb[0] is >= -tolerance and <= 1 + tolerance && rgb[1] is >= -tolerance and <= 1 + tolerance && rgb[2] is >= -tolerance and <= 1 + tolerance;
    }
}
