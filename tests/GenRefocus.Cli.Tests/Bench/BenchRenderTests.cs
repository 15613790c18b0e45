using System.Text.Json;

namespace GenRefocus.Cli.Tests;

public sealed class BenchRenderTests
{
    [Fact]
    public void The_result_is_one_JSON_object()
    {
        using PictureFolder folder = new();
        CliResult result = Bench(folder, "--k", "20", "--focus-disparity", "0.5", "--quality", "preview", "--threads", "1", "--runs", "2", "--json").Run();
        result.AssertOk();
        JsonElement json = result.Json;
        Assert.All((string[])["median_ms", "cached_ms", "cold_ms", "min_ms", "max_ms"], name => Assert.True(json.GetProperty(name).GetDouble() > 0));
        Assert.Equal(
            ["coc", "scene", "hidden_layers", "slices", "quantise"],
            json.GetProperty("stages_ms").EnumerateObject().Select(stage => stage.Name));
        Assert.Equal((2, 1, "preview", "disc"), (Int("runs"), Int("threads"), Text("quality"), Text("shape")));
        Assert.Equal((96, 64, 20), (Int("width"), Int("height"), Int("k")));
        Assert.Equal(Environment.ProcessorCount, json.GetProperty("machine").GetProperty("logical_processors").GetInt32());

        int Int(string name) => json.GetProperty(name).GetInt32();
        string? Text(string name) => json.GetProperty(name).GetString();
    }

    [Fact]
    public void The_result_for_people_has_a_line_for_each_figure()
    {
        using PictureFolder folder = new();
        CliResult result = Bench(folder, "--k", "20", "--focus-disparity", "0.5", "--shape", "hexagon", "--runs", "1").Run();
        result.AssertOk();
        Assert.All(
            (string[])["96 × 64 pixels, polygon, final", "frame after", "coc", "hidden layers", "slices", "quantise", "layers reused", "after decoding"],
            words => Assert.Contains(words, result.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_that_are_given_hold()
    {
        using PictureFolder folder = new();
        Bench(folder, "--k", "20", "--runs", "1", "--highlights", "2").Run().AssertOk();
        Bench(folder, "--k", "20", "--runs", "1", "--highlights", "9").Run().AssertFailed(2, "--highlights");
        Bench(folder, "--k", "20", "--runs", "1", "--deblur", "on").Run().AssertOk();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("2.0")]
    [InlineData("many")]
    public void A_wrong_number_of_runs_is_refused(string runs)
    {
        using PictureFolder folder = new();
        Bench(folder, "--runs", runs).Run().AssertFailed(2, "--runs", runs);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        using PictureFolder folder = new();
        new CliProcess("bench").Run().AssertFailed(2, "genrefocus bench --help");
        new CliProcess("bench", "rendr").Run().AssertFailed(2, "did you mean render?");
        new CliProcess("bench", "render", "--depth", "d.png").Run().AssertFailed(2, "--image", "genrefocus bench render --help");
        new CliProcess("bench", "render", "--image", folder.Photo()).Run().AssertFailed(2, "--depth");
        new CliProcess("bench", "render", "--image", folder["none.png"], "--depth", folder.Depth()).Run().AssertFailed(3, "none.png");
    }

    private static CliProcess Bench(PictureFolder folder, params string[] args) =>
        new(["bench", "render", "--image", folder.Photo(), "--depth", folder.Depth(), .. args]);
}
