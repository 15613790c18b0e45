using CsCheck;

namespace GenRefocus.Cli.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("aperture", "apertrue", 1)]
    [InlineData("focus", "fokus", 1)]
    public void The_distance_counts_single_changes(string a, string b, int distance) => Assert.Equal(distance, Spelling.Distance(a, b));

    [Fact]
    public void The_distance_is_symmetric_and_zero_only_for_equal_words() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 8], Gen.String[Gen.Char["abc"], 0, 8]).Sample((a, b) =>
            Spelling.Distance(a, b) == Spelling.Distance(b, a) && Spelling.Distance(a, b) == 0 == (a == b));

    [Fact]
    public void A_word_that_is_like_no_other_has_no_neighbour()
    {
        Assert.Equal("--shape", Spelling.Closest("--shpae", ["--blades", "--shape"]));
        Assert.Null(Spelling.Closest("--wxyz", ["--blades", "--shape"]));
        Assert.Null(Spelling.Closest("--wxyz", []));
    }
}
