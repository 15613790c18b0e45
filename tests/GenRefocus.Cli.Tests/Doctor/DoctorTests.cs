using System.Text.Json;

namespace GenRefocus.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public void On_a_sound_machine_every_line_is_well_and_the_code_is_0()
    {
        using PictureFolder folder = new();
        CliResult result = Doctor(folder).Run();
        result.AssertOk();
        string[] lines = result.Text.TrimEnd().Split('\n');
        Assert.All(
            (string[])["version", "runtime", "processor", "libvips", "ONNX Runtime", "networks", "depth-compact.onnx", "cache folder"],
            name => Assert.Single(lines, line => line.StartsWith($"ok       {name} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("problem", StringComparison.Ordinal));
    }

    [Fact]
    public void JSON_has_a_state_and_a_finding_for_every_check()
    {
        using PictureFolder folder = new();
        CliResult result = Doctor(folder, "--json").Run();
        result.AssertOk();
        Assert.Equal(0, result.Json.GetProperty("exitCode").GetInt32());
        Assert.NotEmpty(Checks(result));
        Assert.All(Checks(result), check => Assert.Contains(check.State, (string[])["ok", "warning"]));
        Assert.Matches("sha256 [0-9a-f]{64}, as its card says", Checks(result).Single(check => check.Name == "depth-compact.onnx").Finding);
    }

    [Theory]
    [InlineData("GENREFOCUS_THREADS", "many")]
    [InlineData("GENREFOCUS_PROVIDER", "gpu")]
    public void A_variable_that_is_refused_is_a_problem(string variable, string value)
    {
        using PictureFolder folder = new();
        CliResult result = Doctor(folder, "--json").With(variable, value).Run();
        Assert.Equal((2, ""), (result.Code, result.Error));
        Assert.Equal(2, result.Json.GetProperty("exitCode").GetInt32());
        Assert.Contains(value, Checks(result).Single(check => check.Name == variable && check.State == "problem").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_variable_is_a_warning_that_names_the_right_one()
    {
        using PictureFolder folder = new();
        CliResult result = Doctor(folder, "--json").With("GENREFOCUS_TREADS", "2").Run();
        result.AssertOk();
        DoctorCheck check = Checks(result).Single(check => check.Name == "GENREFOCUS_TREADS");
        Assert.Equal(("warning", "did you mean GENREFOCUS_THREADS?"), (check.State, check.Advice));
    }

    [Fact]
    public void Folders_that_cannot_be_written_are_warnings()
    {
        using PictureFolder folder = new();

        // A file in the way stops the superuser too.
        string blocked = Path.Combine(folder.Photo(), "cache");
        CliResult result = new CliProcess("doctor", "--json").With("GENREFOCUS_CACHE", blocked).Run();
        result.AssertOk();
        Assert.All((string[])["cache folder", "log folder"], name => Assert.Equal("warning", Checks(result).Single(check => check.Name == name).State));
    }

    [Fact]
    public void Looking_leaves_nothing_behind()
    {
        using PictureFolder folder = new();
        Doctor(folder).Run().AssertOk();
        Assert.Empty(folder.Names);
        Assert.False(Directory.Exists(folder["logs"]));
    }

    private static CliProcess Doctor(PictureFolder folder, params string[] args) =>
        new CliProcess(["doctor", .. args]).With("GENREFOCUS_CACHE", Path.GetDirectoryName(folder["x"])!);

    private static DoctorCheck[] Checks(CliResult result) =>
    [
        .. result.Json.GetProperty("checks").EnumerateArray().Select(check => new DoctorCheck(
            check.GetProperty("name").GetString()!,
            check.GetProperty("state").GetString()!,
            check.GetProperty("finding").GetString()!,
            check.TryGetProperty("advice", out JsonElement advice) ? advice.GetString() : null)),
    ];

    private sealed record DoctorCheck(string Name, string State, string Finding, string? Advice);
}
