using CsCheck;

namespace GenRefocus.Vision.Tests;

public sealed class CardSizeTests
{
    private static readonly Gen<int> Side = Gen.Int[1, 12000];

    /// <summary>The first three are known results of the published pre-processor.</summary>
    [Theory]
    [InlineData(1920, 1080, 924, 518)]
    [InlineData(1280, 960, 686, 518)]
    [InlineData(2560, 1709, 770, 518)]
    [InlineData(1080, 1920, 518, 924)]
    [InlineData(400, 300, 518, 392)]
    [InlineData(10000, 1000, 1288, 518)]
    public void The_dpt_rule_takes_the_factor_nearer_to_one(int width, int height, int netWidth, int netHeight)
    {
        var size = new CardSize(CardSizeRule.Dpt, Side: 518, MultipleOf: 14);
        Assert.Equal((netWidth, netHeight), size.For(width, height));
    }

    [Theory]
    [InlineData(CardSizeRule.ShortSide, 4000, 3000, 672, 512)]
    [InlineData(CardSizeRule.LongSide, 4000, 3000, 512, 384)]
    [InlineData(CardSizeRule.LongSide, 3000, 4000, 384, 512)]
    [InlineData(CardSizeRule.LongSide, 100, 75, 512, 384)]
    public void Rules_about_one_side_keep_the_ratio(CardSizeRule rule, int width, int height, int netWidth, int netHeight)
    {
        Assert.Equal((netWidth, netHeight), new CardSize(rule, Side: 512, MultipleOf: 32).For(width, height));
    }

    [Theory]
    [InlineData(1000, 700, 992, 704)]
    [InlineData(8192, 4096, 4096, 2048)]
    [InlineData(1, 1, 32, 32)]
    public void The_own_size_is_rounded_and_bounded(int width, int height, int netWidth, int netHeight)
    {
        Assert.Equal((netWidth, netHeight), new CardSize(CardSizeRule.Own, MultipleOf: 32).For(width, height));
    }

    [Fact]
    public void A_fixed_size_ignores_the_picture()
    {
        var size = new CardSize(CardSizeRule.Fixed, Width: 256, Height: 192);
        Gen.Select(Side, Side).Sample((w, h) => size.For(w, h) == (256, 192));
    }

    [Fact]
    public void Every_size_is_a_multiple_bounded_and_turns_with_the_picture()
    {
        Gen<CardSizeRule> rule = Gen.Int[(int)CardSizeRule.Dpt, (int)CardSizeRule.Own].Select(i => (CardSizeRule)i);
        Gen.Select(Side, Side, rule, Gen.Int[1, 64], Gen.Int[64, 1024]).Sample((w, h, r, multiple, side) =>
        {
            var size = new CardSize(r, Side: r == CardSizeRule.Own ? null : side, MultipleOf: multiple);
            (int netWidth, int netHeight) = size.For(w, h);
            Assert.Equal(0, netWidth % multiple);
            Assert.Equal(0, netHeight % multiple);
            Assert.InRange(Math.Max(netWidth, netHeight), 1, CardSize.MaxSide + multiple);
            if (w != h)
                Assert.Equal((netHeight, netWidth), size.For(h, w));
        });
    }

    [Fact]
    public void A_picture_without_pixels_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardSize(CardSizeRule.Own).For(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardSize(CardSizeRule.Own).For(5, 0));
    }
}
