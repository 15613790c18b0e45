namespace GenRefocus.Imaging;

/// <summary>
/// Finds the integer code nearest to a linear value on a tone curve, rounded correctly: code c is chosen where the value lies between the curve's
/// values at c − ½ and c + ½. The thresholds between codes are exact; a small table over exponent and leading mantissa bits gives a first guess that is
/// off by one at most on smooth curves, so a look-up costs two table reads and two comparisons.
/// </summary>
internal sealed class CodeEncoder
{
    /// <summary>Leading mantissa bits of a bucket: 128 buckets an octave keep the guess of a 16-bit code within one.</summary>
    private const int MantissaBits = 7;

    private const int Shift = 23 - MantissaBits;

    /// <summary>Octaves below 1 that have buckets. A pure gamma of 2.6 needs 44 for its first 16-bit code.</summary>
    private const int Octaves = 48;

    private const int FirstBucket = (127 - Octaves) << MantissaBits;

    private const float FractionScale = 1f / (1 << Shift);

    private readonly float[] _thresholds;
    private readonly int[] _starts;

    /// <summary>Prepares the tables.</summary>
    /// <param name="toLinear">Encoded 0 … 1 to linear.</param>
    /// <param name="maximum">Largest code, 255 or 65535.</param>
    public CodeEncoder(Func<double, double> toLinear, int maximum)
    {
        Maximum = maximum;
        _thresholds = new float[maximum];
        double highest = 0;
        for (int i = 0; i < maximum; i++)
        {
            highest = Math.Max(highest, toLinear((i + 0.5) / maximum));
            _thresholds[i] = RoundUp(highest);
        }

        _starts = new int[(Octaves << MantissaBits) + 2];
        int code = 0;
        for (int bucket = 0; bucket < _starts.Length; bucket++)
        {
            float lower = BitConverter.Int32BitsToSingle((FirstBucket + bucket) << Shift);
            while (code < maximum && _thresholds[code] <= lower)
                code++;
            _starts[bucket] = code;
        }
    }

    /// <summary>Largest code.</summary>
    public int Maximum { get; }

    /// <summary>The nearest code; below the curve and NaN give 0, above it gives <see cref="Maximum"/>.</summary>
    /// <param name="linear">Linear value.</param>
    public int Encode(float linear)
    {
        float[] thresholds = _thresholds;
        // The first test also sends NaN, and black on a curve that is flat near black, to code 0.
        if (!(linear > 0) || linear < thresholds[0])
            return 0;
        if (linear >= thresholds[^1])
            return thresholds.Length;

        int bits = BitConverter.SingleToInt32Bits(linear);
        int bucket = (bits >> Shift) - FirstBucket;
        int code = 0;
        if ((uint)bucket < (uint)(_starts.Length - 1))
        {
            int start = _starts[bucket];
            int guess = start + (int)((bits & ((1 << Shift) - 1)) * FractionScale * (_starts[bucket + 1] - start));
            code = Math.Min(guess, thresholds.Length - 1);
        }

        while (linear >= thresholds[code])
            code++;
        while (linear < thresholds[code - 1])
            code--;
        return code;
    }

    /// <summary>The smallest float that is not below the value: a float reaches the value exactly when it reaches this one.</summary>
    private static float RoundUp(double value)
    {
        float rounded = (float)value;
        return rounded < value ? MathF.BitIncrement(rounded) : rounded;
    }
}
