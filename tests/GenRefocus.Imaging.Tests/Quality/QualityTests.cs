using System.Numerics;

namespace GenRefocus.Imaging.Tests;

public sealed class QualityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(37, 23)]
    [InlineData(1, 5)]
    public void Noise_is_measured_over_all_channels_and_where_asked(int width, int height)
    {
        using EncodedPicture a = Picture(width, height, 1), b = Picture(width, height, 2);
        Assert.Equal(-10 * Math.Log10(QualityOracle.MeanSquare(a, b, (_, _) => true)), SignalToNoise.Of(a, b), 1e-6);
        using Plane<byte> where = Marks(width, height, (x, y) => (x + y) % 3 == 0);
        Assert.Equal(-10 * Math.Log10(QualityOracle.MeanSquare(a, b, (x, y) => (x + y) % 3 == 0)), SignalToNoise.Of(a, b, where), 1e-6);
    }

    [Fact]
    public void A_tenth_is_twenty_decibels_and_equal_pictures_have_the_most()
    {
        using LinearImage grey = new(20, 20), lighter = new(20, 20);
        grey.Fill(new Vector4(new Vector3((float)SrgbTransfer.ToLinear(0.4)), 1));
        lighter.Fill(new Vector4(new Vector3((float)SrgbTransfer.ToLinear(0.5)), 1));
        using EncodedPicture a = new(grey, 1, Token), b = new(lighter, 2, Token);
        Assert.Equal(20, SignalToNoise.Of(a, b), 0.01);
        Assert.Equal(SignalToNoise.Most, SignalToNoise.Of(a, a));
        using Plane<byte> nothing = Marks(20, 20, (_, _) => false);
        Assert.Equal(double.NaN, SignalToNoise.Of(a, b, nothing));
        Assert.Equal(double.NaN, StructuralSimilarity.Of(a.Luma, b.Luma, nothing, 1, Token));
    }

    [Fact]
    public void Encoding_takes_alpha_out_and_clips()
    {
        using LinearImage picture = new(3, 1);
        picture[0, 0] = new Vector4(0.25f, 0, 0.5f, 0.5f);
        picture[1, 0] = new Vector4(4, -1, 0, 1);
        picture[2, 0] = Vector4.Zero;
        using EncodedPicture encoded = new(picture, 1, Token);
        Assert.Equal(SrgbTransfer.FromLinear(0.5), encoded.Red[0, 0], 1e-5);
        Assert.Equal([1f, 1f, 0f], [encoded.Blue[0, 0], encoded.Red[1, 0], encoded.Green[1, 0]]);
        Assert.Equal(0.2126, encoded.Luma[1, 0], 1e-6);
        Assert.Equal(0, encoded.Luma[2, 0]);
    }

    [Fact]
    public void Similarity_is_that_of_the_definition()
    {
        using EncodedPicture a = Picture(41, 29, 1), b = Picture(41, 29, 3);
        Assert.Equal(
            QualityOracle.Similarity(QualityOracle.Values(a.Luma), QualityOracle.Values(b.Luma), (_, _) => true).Whole,
            StructuralSimilarity.Of(a.Luma, b.Luma, null, 2, Token),
            1e-9);
        static bool Counts(int x, int y) => x > 20 && y % 2 == 0;
        using Plane<byte> where = Marks(41, 29, Counts);
        Assert.Equal(
            QualityOracle.Similarity(QualityOracle.Values(a.Luma), QualityOracle.Values(b.Luma), Counts).Whole,
            StructuralSimilarity.Of(a.Luma, b.Luma, where, 1, Token),
            1e-9);
    }

    [Fact]
    public void Similarity_at_five_scales_is_that_of_the_definition()
    {
        using EncodedPicture a = Picture(183, 177, 1), b = Picture(183, 177, 5);
        Assert.Equal(QualityOracle.MultiScale(QualityOracle.Values(a.Luma), QualityOracle.Values(b.Luma)), MultiScaleSimilarity.Of(a.Luma, b.Luma, 2, Token), 1e-7);
        Assert.Equal(1, MultiScaleSimilarity.Of(a.Luma, a.Luma, 1, Token), 1e-12);
    }

    [Fact]
    public void Similarities_have_the_values_of_an_independent_program()
    {
        // NumPy, in 64 bits; the planes go beyond 0 … 1, which the formula allows.
        using Plane<float> a = Waves(201, 187, 0), b = Waves(201, 187, 1);
        Assert.Equal(0.406021298341441, StructuralSimilarity.Of(a, b, null, 1, Token), 1e-5);
        Assert.Equal(0.8700802771120325, MultiScaleSimilarity.Of(a, b, 1, Token), 1e-5);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        using EncodedPicture a = Picture(200, 190, 1), b = Picture(200, 190, 2), again = Picture(200, 190, 1, threads: 3);
        Assert.Equal(SignalToNoise.Most, SignalToNoise.Of(a, again));
        Assert.Equal(StructuralSimilarity.Of(a.Luma, b.Luma, null, 1, Token), StructuralSimilarity.Of(a.Luma, b.Luma, null, 3, Token));
        Assert.Equal(MultiScaleSimilarity.Of(a.Luma, b.Luma, 1, Token), MultiScaleSimilarity.Of(a.Luma, b.Luma, 3, Token));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        using EncodedPicture a = Picture(180, 175, 1), b = Picture(175, 180, 1), small = Picture(10, 40, 1);
        using Plane<byte> where = Marks(10, 10, (_, _) => true);
        Assert.Contains("180 × 175 and 175 × 180", Assert.Throws<ArgumentException>(() => SignalToNoise.Of(a, b)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SignalToNoise.Of(a, a, where));
        Assert.Contains("11 × 11", Assert.Throws<ArgumentException>(() => StructuralSimilarity.Of(small.Luma, small.Luma, null, 1, Token)).Message, StringComparison.Ordinal);
        Assert.Equal(176, MultiScaleSimilarity.LeastSide);
        Assert.Contains("176 × 176", Assert.Throws<ArgumentException>(() => MultiScaleSimilarity.Of(a.Luma, a.Luma, 1, Token)).Message, StringComparison.Ordinal);
    }

    private static EncodedPicture Picture(int width, int height, int salt, int threads = 1)
    {
        using LinearImage picture = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float wave = 0.5f + (0.3f * MathF.Sin((x * 0.2f) + (y * 0.1f)));
                picture[x, y] = new Vector4(wave, wave * ((x * 7 * salt) + (y * 13)) % 16 / 16f, ((x * 5) + (y * 3 * salt)) % 32 / 32f, 1);
            }
        }

        return new EncodedPicture(picture, threads, Token);
    }

    private static Plane<float> Waves(int width, int height, int salt)
    {
        Plane<float> plane = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int noise = ((x * 7) + (y * 13) + (x * y * 3) + (salt * (((x * 5) + (y * 11)) % 17))) % 64;
                plane[x, y] = (float)(0.5 + (0.25 * Math.Sin(x / 9.0)) + (0.25 * Math.Cos(y / 7.0)) + ((noise - 31.5) / 128));
            }
        }

        return plane;
    }

    private static Plane<byte> Marks(int width, int height, Func<int, int, bool> marked)
    {
        Plane<byte> plane = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane[x, y] = (byte)(marked(x, y) ? 1 : 0);
        }

        return plane;
    }
}
