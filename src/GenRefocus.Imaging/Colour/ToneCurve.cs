namespace GenRefocus.Imaging;

/// <summary>
/// How the integers of one channel stand for linear light: a curve that never falls from 0 to 1, as tables to decode with and as encoders that find
/// the nearest code. Tables are made when they are first asked for.
/// </summary>
public sealed class ToneCurve
{
    private readonly Func<double, double> _toLinear;
    private readonly Lazy<float[]> _decode8;
    private readonly Lazy<float[]> _decode16;
    private readonly Lazy<CodeEncoder> _encoder8;
    private readonly Lazy<CodeEncoder> _encoder16;

    /// <summary>Makes a curve.</summary>
    /// <param name="toLinear">Encoded 0 … 1 to linear 0 … 1. Where it falls, the largest value before counts.</param>
    public ToneCurve(Func<double, double> toLinear)
    {
        ArgumentNullException.ThrowIfNull(toLinear);
        _toLinear = toLinear;
        _decode8 = new Lazy<float[]>(() => MakeTable(byte.MaxValue));
        _decode16 = new Lazy<float[]>(() => MakeTable(ushort.MaxValue));
        _encoder8 = new Lazy<CodeEncoder>(() => new CodeEncoder(_toLinear, byte.MaxValue));
        _encoder16 = new Lazy<CodeEncoder>(() => new CodeEncoder(_toLinear, ushort.MaxValue));
    }

    /// <summary>The curve of sRGB.</summary>
    public static ToneCurve Srgb { get; } = new(SrgbTransfer.ToLinear);

    /// <summary>Linear value of each of the 256 codes of an 8-bit channel.</summary>
    public ReadOnlySpan<float> Decode8 => _decode8.Value;

    /// <summary>Linear value of each of the 65,536 codes of a 16-bit channel.</summary>
    public ReadOnlySpan<float> Decode16 => _decode16.Value;

    internal CodeEncoder Encoder8 => _encoder8.Value;

    internal CodeEncoder Encoder16 => _encoder16.Value;

    /// <summary>The curve at one point, in full precision.</summary>
    /// <param name="encoded">0 … 1.</param>
    public double ToLinear(double encoded) => _toLinear(encoded);

    private float[] MakeTable(int maximum)
    {
        var table = new float[maximum + 1];
        double highest = 0;
        for (int i = 0; i <= maximum; i++)
        {
            highest = Math.Max(highest, _toLinear(i / (double)maximum));
            table[i] = (float)highest;
        }

        return table;
    }
}
