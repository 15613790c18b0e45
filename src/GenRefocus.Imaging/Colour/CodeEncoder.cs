using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenRefocus.Imaging;

/// <summary>
/// Finds the integer code nearest to a linear value on a tone curve, rounded correctly: code c is chosen where the value lies between the curve's
/// values at c − ½ and c + ½. A table of lines over exponent and leading mantissa bits gives the position on the code axis to within a known error; only where that
/// leaves two codes possible are the exact thresholds looked at. Fast and slow paths therefore give the same codes, on every machine.
/// </summary>
internal sealed unsafe class CodeEncoder
{
    /// <summary>Leading mantissa bits of a bucket: with 256 buckets an octave the line is off by less than 0.02 of a 16-bit code on sRGB.</summary>
    private const int MantissaBits = 8;

    private const int Shift = 23 - MantissaBits;
    private const int FractionMask = (1 << Shift) - 1;

    /// <summary>Octaves below 1 that have buckets (a pure gamma of 2.6 needs 44 for its first 16-bit code), and one above for profiles whose white exceeds 1.</summary>
    private const int OctavesBelow = 48;

    private const int Buckets = (OctavesBelow + 1) << MantissaBits;
    private const int FirstBucket = (127 - OctavesBelow) << MantissaBits;
    private const int LowestBits = FirstBucket << Shift;

    /// <summary>Rounding of the line itself in single precision, with room to spare.</summary>
    private const float LineRounding = 0.01f;

    /// <summary>thresholds[c] is the smallest value that is encoded above code c.</summary>
    private readonly float[] _thresholds;

    /// <summary>Position on the code axis at a bucket's lower end, and its growth a unit of the low mantissa bits.</summary>
    private readonly float[] _starts = new float[Buckets];
    private readonly float[] _slopes = new float[Buckets];

    private readonly int _highestBits;
    private readonly float _certain;

    /// <summary>Prepares the tables.</summary>
    /// <param name="toLinear">Encoded 0 … 1 to linear, below 2.</param>
    /// <param name="maximum">Largest code, 255 or 65535.</param>
    public CodeEncoder(Func<double, double> toLinear, int maximum)
    {
        _thresholds = new float[maximum];
        double highest = 0;
        for (int i = 0; i < maximum; i++)
        {
            highest = Math.Max(highest, toLinear((i + 0.5) / maximum));
            _thresholds[i] = RoundUp(highest);
        }

        float white = MathF.Max((float)toLinear(1), MathF.BitIncrement(_thresholds[^1]));
        _highestBits = BitConverter.SingleToInt32Bits(MathF.Min(white, MathF.BitDecrement(2)));
        MakeLines(white);
        _certain = 0.5f - LineRounding - LargestLineError();
    }

    /// <summary>Largest code.</summary>
    public int Maximum => _thresholds.Length;

    /// <summary>The nearest code; below the curve and NaN give 0, above it gives <see cref="Maximum"/>.</summary>
    /// <param name="linear">Linear value.</param>
    public int Encode(float linear)
    {
        if (!(linear > 0))
            return 0;
        int bits = Math.Clamp(BitConverter.SingleToInt32Bits(linear), LowestBits, _highestBits);
        int bucket = (bits >> Shift) - FirstBucket;
        float position = _starts[bucket] + (_slopes[bucket] * (bits & FractionMask));
        int code = (int)(position + 0.5f);
        return MathF.Abs(position - code) <= _certain ? code : Settle(linear, code);
    }

    /// <summary>Encodes many values.</summary>
    /// <param name="linear">Linear values.</param>
    /// <param name="codes">Receives as many codes.</param>
    public void Encode(ReadOnlySpan<float> linear, Span<int> codes)
    {
        int i = Avx2.IsSupported ? EncodeVectors(linear, codes) : 0;
        for (; i < linear.Length; i++)
            codes[i] = Encode(linear[i]);
    }

    private int EncodeVectors(ReadOnlySpan<float> linear, Span<int> codes)
    {
        Vector256<int> lowest = Vector256.Create(LowestBits), highest = Vector256.Create(_highestBits);
        Vector256<int> firstBucket = Vector256.Create(FirstBucket), fractionMask = Vector256.Create(FractionMask);
        Vector256<float> half = Vector256.Create(0.5f), certain = Vector256.Create(_certain);
        int i = 0;
        fixed (float* starts = _starts, slopes = _slopes)
        {
            for (; i + Vector256<float>.Count <= linear.Length; i += Vector256<float>.Count)
            {
                Vector256<float> value = Vector256.Create(linear[i..]);
                // Clamped as integers, so that NaN and negative values too index inside the tables; the last line sends them to 0.
                Vector256<int> bits = Vector256.Min(Vector256.Max(value.AsInt32(), lowest), highest);
                Vector256<int> bucket = Vector256.ShiftRightArithmetic(bits, Shift) - firstBucket;
                Vector256<float> start = Avx2.GatherVector256(starts, bucket, sizeof(float));
                Vector256<float> slope = Avx2.GatherVector256(slopes, bucket, sizeof(float));
                Vector256<float> position = start + (slope * Vector256.ConvertToSingle(bits & fractionMask));
                Vector256<int> code = Avx.ConvertToVector256Int32WithTruncation(position + half);
                Vector256<float> doubtful = Vector256.GreaterThan(Vector256.Abs(position - Vector256.ConvertToSingle(code)), certain);
                Vector256<int> positive = Vector256.GreaterThan(value, Vector256<float>.Zero).AsInt32();
                (code & positive).CopyTo(codes[i..]);
                uint open = (doubtful.AsInt32() & positive).ExtractMostSignificantBits();
                for (; open != 0; open &= open - 1)
                {
                    int lane = i + System.Numerics.BitOperations.TrailingZeroCount(open);
                    codes[lane] = Settle(linear[lane], codes[lane]);
                }
            }
        }

        return i;
    }

    /// <summary>Walks to the exact code from a guess.</summary>
    private int Settle(float linear, int guess)
    {
        int code = Math.Min(guess, Maximum);
        while (code < Maximum && linear >= _thresholds[code])
            code++;
        while (code > 0 && linear < _thresholds[code - 1])
            code--;
        return code;
    }

    private void MakeLines(float white)
    {
        int code = 0;
        double start = PositionAt(Edge(0), white, ref code);
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            double end = PositionAt(Edge(bucket + 1), white, ref code);
            _starts[bucket] = (float)start;
            _slopes[bucket] = (float)((end - start) / (1 << Shift));
            start = end;
        }
    }

    private static float Edge(int bucket) => BitConverter.Int32BitsToSingle((FirstBucket + bucket) << Shift);

    /// <summary>The place on the code axis by the line between the thresholds on both sides; the last line goes on beyond white.</summary>
    private double PositionAt(float linear, float white, ref int code)
    {
        while (code < Maximum && _thresholds[code] <= linear)
            code++;
        double below = code == 0 ? 0 : _thresholds[code - 1];
        double above = code == Maximum ? white : _thresholds[code];
        double from = code == 0 ? 0 : code - 0.5, to = code == Maximum ? Maximum : code + 0.5;
        return from + ((linear - below) / (above - below) * (to - from));
    }

    /// <summary>How far the lines are from the thresholds at most. The lines never fall, so that elsewhere no code can be missed by more.</summary>
    private float LargestLineError()
    {
        float largest = 0;
        for (int i = 0; i < _thresholds.Length; i++)
        {
            int bits = Math.Clamp(BitConverter.SingleToInt32Bits(_thresholds[i]), LowestBits, _highestBits);
            int bucket = (bits >> Shift) - FirstBucket;
            float position = _starts[bucket] + (_slopes[bucket] * (bits & FractionMask));
            largest = MathF.Max(largest, MathF.Abs(position - (i + 0.5f)));
        }

        return largest;
    }

    /// <summary>The smallest float that is not below the value: a float reaches the value exactly when it reaches this one.</summary>
    private static float RoundUp(double value)
    {
        float rounded = (float)value;
        return rounded < value ? MathF.BitIncrement(rounded) : rounded;
    }
}
