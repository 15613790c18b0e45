namespace GenRefocus.Engine.Tests;

public sealed class MersenneTwisterTests
{
    // The values are NumPy's: RandomState(seed).randint(0, bound, n).
    [Theory]
    [InlineData(0, 49152, new[] { 2732, 43567, 42613, 45891, 21243 })]
    [InlineData(1, 1000, new[] { 37, 235, 908, 72, 767 })]
    [InlineData(0, 1, new[] { 0, 0, 0 })]
    public void The_first_numbers_are_those_of_NumPy(int seed, int bound, int[] expected)
    {
        MersenneTwister random = new((uint)seed);
        Assert.Equal(expected, expected.Select(_ => random.Below(bound)));
    }

    [Fact]
    public void So_are_the_numbers_after_the_state_was_made_anew()
    {
        MersenneTwister random = new(1);
        int[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => random.Below(49152))];
        Assert.Equal([20800, 13831, 12148], numbers[^3..]);
    }
}
