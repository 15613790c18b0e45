using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class ToneCurveTests
{
    private static readonly ToneCurve Gamma22 = new(x => Math.Pow(x, 2.2));
    private static readonly ToneCurve Linear = new(x => x);
    private static readonly ToneCurve Steps = new(x => Math.Floor(x * 20) / 20);
    private static readonly ToneCurve DimWhite = new(x => 0.99 * Math.Pow(x, 1.8));

    public static TheoryData<string> Curves => ["srgb", "gamma 2.2", "linear", "dim white"];

    [Fact]
    public void Srgb_has_the_values_of_its_standard()
    {
        Assert.Equal(0.21586050011389926, SrgbTransfer.ToLinear(128 / 255.0), 1e-12);
        Assert.Equal(0.5, SrgbTransfer.FromLinear(0.21404114048223255), 1e-12);
        Assert.Equal(0.04045 / 12.92, SrgbTransfer.ToLinear(0.04045), 1e-15);
        Assert.Equal(-SrgbTransfer.ToLinear(0.3), SrgbTransfer.ToLinear(-0.3));
    }

    [Fact]
    public void Srgb_and_its_inverse_undo_each_other() =>
        Gen.Double[-2, 2].Sample(x => Assert.Equal(x, SrgbTransfer.FromLinear(SrgbTransfer.ToLinear(x)), 1e-6));

    [Theory]
    [MemberData(nameof(Curves))]
    public void All_65536_codes_come_back_and_the_table_is_the_rounded_curve(string name)
    {
        ToneCurve curve = Curve(name);
        ReadOnlySpan<float> table = curve.Decode16;
        var codes = new int[table.Length];
        curve.Encoder16.Encode(table, codes);
        for (int i = 0; i <= ushort.MaxValue; i++)
        {
            Assert.Equal((float)curve.ToLinear(i / 65535.0), table[i]);
            Assert.Equal(i, codes[i]);
            Assert.Equal(i, curve.Encoder16.Encode(table[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void All_256_codes_come_back(string name)
    {
        ToneCurve curve = Curve(name);
        for (int i = 0; i <= byte.MaxValue; i++)
            Assert.Equal(i, curve.Encoder8.Encode(curve.Decode8[i]));
    }

    [Fact]
    public void Encoding_is_the_correctly_rounded_value_of_the_exact_formula() =>
        Gen.Select(Gen.Float[0, 1.2f], Gen.Int[0, 30]).Select((x, octaves) => x * MathF.Pow(2, -octaves)).Sample(linear =>
        {
            AssertNearest(ToneCurve.Srgb.Encoder16.Encode(linear), SrgbTransfer.FromLinear(Math.Min(1, linear)) * 65535);
            AssertNearest(ToneCurve.Srgb.Encoder8.Encode(linear), SrgbTransfer.FromLinear(Math.Min(1, linear)) * 255);
        }, iter: 20_000);

    [Fact]
    public void Values_at_every_threshold_of_16_bits_fall_on_the_right_side()
    {
        for (int i = 0; i < 65535; i++)
        {
            double threshold = SrgbTransfer.ToLinear((i + 0.5) / 65535);
            float above = (float)threshold;
            if (above < threshold)
                above = MathF.BitIncrement(above);
            Assert.Equal(i + 1, ToneCurve.Srgb.Encoder16.Encode(above));
            Assert.Equal(i, ToneCurve.Srgb.Encoder16.Encode(MathF.BitDecrement(above)));
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Many_values_at_once_give_the_same_codes_as_one_by_one(string name)
    {
        CodeEncoder encoder = Curve(name).Encoder16;
        Gen.Float.Array[0, 41].Sample(values =>
        {
            var codes = new int[values.Length];
            encoder.Encode(values, codes);
            for (int i = 0; i < values.Length; i++)
                Assert.Equal(encoder.Encode(values[i]), codes[i]);
        });
    }

    [Fact]
    public void Values_outside_the_curve_and_no_numbers_are_clamped()
    {
        float[] values = [float.NegativeInfinity, -1, -0f, 0, float.Epsilon, float.NaN, 1, 1.5f, 7, float.PositiveInfinity];
        int[] expected = [0, 0, 0, 0, 0, 0, 255, 255, 255, 255];
        var codes = new int[values.Length];
        ToneCurve.Srgb.Encoder8.Encode(values, codes);
        Assert.Equal(expected, codes);
    }

    [Fact]
    public void A_curve_with_flat_steps_gives_a_code_of_the_right_light()
    {
        for (int i = 0; i <= 255; i++)
        {
            int code = Steps.Encoder8.Encode(Steps.Decode8[i]);
            Assert.InRange(Math.Abs(Steps.Decode8[code] - Steps.Decode8[i]), 0, 0.051);
        }
    }

    [Fact]
    public void A_falling_curve_is_held_at_its_highest_value()
    {
        var curve = new ToneCurve(x => x < 0.5 ? x * 1.6 : 1.3 - x);
        for (int i = 1; i <= 255; i++)
            Assert.True(curve.Decode8[i] >= curve.Decode8[i - 1]);
    }

    [Fact]
    public void Spans_of_8_bits_are_encoded_and_decoded()
    {
        byte[] codes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var linear = new float[256];
        var back = new byte[256];
        SrgbTransfer.Decode8(codes, linear);
        SrgbTransfer.Encode8(linear, back);
        Assert.Equal(codes, back);
        Assert.Throws<ArgumentException>(() => SrgbTransfer.Encode8(linear, back.AsSpan(1)));
    }

    private static ToneCurve Curve(string name) => name switch
    {
        "gamma 2.2" => Gamma22,
        "linear" => Linear,
        "dim white" => DimWhite,
        _ => ToneCurve.Srgb,
    };

    /// <summary>The code, or where the exact value is at the boundary within the error of Math.Pow, its neighbour.</summary>
    private static void AssertNearest(int code, double exact) => Assert.InRange(Math.Abs(code - exact), 0, 0.5 + 1e-7);
}
