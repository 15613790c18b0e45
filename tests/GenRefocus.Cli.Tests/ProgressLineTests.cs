namespace GenRefocus.Cli.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void The_line_shows_share_stage_and_time_left() =>
        Assert.Equal("[############------------]  50 %  render  3 s left", ProgressLine.Compose("render", 0.5, TimeSpan.FromSeconds(2.2)));

    [Theory]
    [InlineData(0, "[------------------------]   0 %  depth")]
    [InlineData(1, "[########################] 100 %  depth")]
    [InlineData(7, "[########################] 100 %  depth")]
    [InlineData(-1, "[------------------------]   0 %  depth")]
    [InlineData(double.NaN, "[------------------------]   0 %  depth")]
    public void Any_share_makes_a_line(double fraction, string line) => Assert.Equal(line, ProgressLine.Compose("depth", fraction, null));
}
