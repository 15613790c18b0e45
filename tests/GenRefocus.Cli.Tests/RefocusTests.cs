using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

public sealed class RefocusTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_command_of_the_readme_writes_a_picture_and_nothing_else()
    {
        CliResult result = new CliProcess(
            "refocus", _folder.Photo("in.jpg"), "-o", _folder["out.jpg"], "--focus", "50%,50%", "--aperture", "f/1.8", "--shape", "hexagon").Run();
        result.AssertOk();
        Assert.Equal("", result.Text);
        Assert.Equal(["in.jpg", "out.jpg"], _folder.Names);
        using Photo photo = _folder.ReadPhoto("out.jpg");
        Assert.Equal((96, 64, PictureFormat.Jpeg), (photo.Width, photo.Height, photo.Format));
    }

    [Fact]
    public void Strength_0_gives_the_picture_back_bit_for_bit()
    {
        new CliProcess("refocus", _folder.Photo("in.png", bits: 16), "-o", _folder["out.png"], "--strength", "0", "--depth", _folder.Depth()).Run().AssertOk();
        Assert.Equal(Samples("in.png"), Samples("out.png"));
    }

    [Fact]
    public void The_result_is_described_for_programs()
    {
        CliResult result = Refocus("--k", "20", "--focus", "near", "--json", "--seed", "7");
        result.AssertOk();
        Assert.Equal(96, result.Json.GetProperty("width").GetInt32());
        Assert.Equal(64, result.Json.GetProperty("height").GetInt32());
        Assert.Equal(7, result.Json.GetProperty("seed").GetInt64());
        Assert.Equal("final", result.Json.GetProperty("quality").GetString());
        Assert.Equal("result", result.Json.GetProperty("view").GetString());
        Assert.Equal(20, result.Json.GetProperty("blur").GetProperty("k").GetDouble());
        Assert.Equal(0.8, result.Json.GetProperty("focus").GetProperty("disparity").GetDouble(), 3);
        Assert.Equal("near", result.Json.GetProperty("focus").GetProperty("method").GetString());
        Assert.Equal(12, result.Json.GetProperty("blur").GetProperty("largestRadius").GetDouble(), 1);
        Assert.False(result.Json.GetProperty("blur").GetProperty("radiusClamped").GetBoolean());
        Assert.Equal("file", result.Json.GetProperty("depth").GetProperty("source").GetString());
        Assert.Equal("near", result.Json.GetProperty("settings").GetProperty("focus").GetProperty("target").GetString());
        Assert.Equal(1, result.Json.GetProperty("settings").GetProperty("version").GetInt32());
        Assert.True(result.Json.GetProperty("seconds").GetProperty("render").GetDouble() >= 0);
        Assert.True(result.Json.GetProperty("seconds").GetProperty("write").GetDouble() >= 0);
        Assert.Empty(result.Json.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public void A_result_can_be_made_again_from_its_own_report()
    {
        CliResult first = Refocus("--k", "20", "--focus", "24,32", "--shape", "star", "--json");
        first.AssertOk();
        File.WriteAllText(_folder["again.json"], first.Json.GetProperty("settings").GetRawText());
        byte[] made = File.ReadAllBytes(_folder["out.png"]);
        new CliProcess("refocus", _folder["in.png"], "-o", _folder["again.png"], "--settings", _folder["again.json"]).Run().AssertOk();
        Assert.Equal(Samples("out.png"), Samples("again.png"));
        Assert.NotEqual(Samples("in.png"), Samples("again.png"));
        Assert.NotEmpty(made);
    }

    [Fact]
    public void The_history_is_in_the_file_and_info_shows_it()
    {
        Refocus("--k", "20").AssertOk();
        CliResult info = new CliProcess("info", _folder["out.png"], "--json").Run();
        Assert.Contains("\"k\":20", info.Json.GetProperty("history").GetProperty("Settings").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_go_through_pipes()
    {
        byte[] photo = File.ReadAllBytes(_folder.Photo("in.png"));
        CliResult result = new CliProcess("refocus", "-", "-o", "-", "--depth", _folder.Depth(), "--k", "10").Run(photo);
        Assert.Equal((0, ""), (result.Code, result.Error));
        using Photo made = PictureFolder.ReadPhoto(result.Output);
        Assert.Equal((96, PictureFormat.Png), (made.Width, made.Format));

        CliResult webp = new CliProcess("refocus", "-", "-o", "-", "--format", "webp", "--depth", _folder["depth.png"], "--k", "10").Run(photo);
        using Photo converted = PictureFolder.ReadPhoto(webp.Output);
        Assert.Equal(PictureFormat.WebP, converted.Format);
    }

    [Fact]
    public void A_picture_and_a_report_do_not_share_standard_output() =>
        new CliProcess("refocus", _folder.Photo(), "-o", "-", "--json").Run().AssertFailed(2, "--json");

    [Fact]
    public void Flags_win_over_the_file_and_the_file_over_the_preset()
    {
        Directory.CreateDirectory(_folder["config/genrefocus/presets"]);
        File.WriteAllText(
            _folder["config/genrefocus/presets/mine.json"],
            "{\"version\":1,\"name\":\"mine\",\"title\":\"Mine\",\"blur\":{\"k\":1,\"near\":0.25,\"far\":0.25},\"aperture\":{\"shape\":\"ring\"}}");
        File.WriteAllText(_folder["mine.json"], "{\"version\":1,\"blur\":{\"k\":2,\"near\":0.5}}");
        CliResult result = Command("--preset", "mine", "--settings", _folder["mine.json"], "--k", "3", "--json").With("XDG_CONFIG_HOME", _folder["config"]).Run();
        result.AssertOk();
        System.Text.Json.JsonElement settings = result.Json.GetProperty("settings");
        Assert.Equal(3, settings.GetProperty("blur").GetProperty("k").GetDouble());
        Assert.Equal(0.5, settings.GetProperty("blur").GetProperty("near").GetDouble());
        Assert.Equal(0.25, settings.GetProperty("blur").GetProperty("far").GetDouble());
        Assert.Equal("ring", settings.GetProperty("aperture").GetProperty("shape").GetString());
        Command("--preset", "other").With("XDG_CONFIG_HOME", _folder["config"]).Run().AssertFailed(2, "other", "mine");
    }

    [Theory]
    [InlineData("--aperture", "100", "blur.fNumber")]
    [InlineData("--aperture", "f/1,8", "blur.fNumber")]
    [InlineData("--strength", "NaN", "blur.strength")]
    [InlineData("--strength", "-1", "blur.strength")]
    [InlineData("--shape", "hexgon", "aperture.shape")]
    [InlineData("--blades", "17", "aperture.blades")]
    [InlineData("--focus", "50%", "focus.target")]
    [InlineData("--focus", "text:red cup", "focus.target")]
    [InlineData("--view", "sideways", "output.view")]
    [InlineData("--engine", "genfocus", "engine.name")]
    [InlineData("--bloom", "0.5", "light.bloom")]
    [InlineData("--deblur-steps", "20", "deblur.steps")]
    public void A_refused_setting_is_named_with_its_flag_and_nothing_is_written(string flag, string value, string member)
    {
        Refocus(flag, value).AssertFailed(2, flag, member);
        Assert.DoesNotContain("out.png", _folder.Names);
    }

    [Fact]
    public void Flags_that_contradict_each_other_are_refused() => Refocus("--shape", "hexagon", "--blades", "5").AssertFailed(2, "--blades");

    [Fact]
    public void A_settings_file_is_refused_by_name()
    {
        File.WriteAllText(_folder["wrong.json"], "{\"blur\":{\"fnumber\":2}}");
        Refocus("--settings", _folder["wrong.json"]).AssertFailed(2, "wrong.json", "blur.fnumber");
        Refocus("--settings", _folder["missing.json"]).AssertFailed(3, "missing.json");
        Refocus("--settings", Path.GetTempPath()).AssertFailed(3, "folder");
    }

    [Fact]
    public void A_locale_with_a_decimal_comma_changes_nothing()
    {
        CliResult result = Command("--strength", "0.5", "--k", "12.5", "--json", "--verbose").With("LANG", "de_DE.UTF-8").With("LC_ALL", "de_DE.UTF-8").Run();
        Assert.Equal(0, result.Code);
        Assert.Equal(0.5, result.Json.GetProperty("settings").GetProperty("blur").GetProperty("strength").GetDouble());
        Assert.Equal(12.5, result.Json.GetProperty("settings").GetProperty("blur").GetProperty("k").GetDouble());
        Command("--strength", "0,5").With("LANG", "de_DE.UTF-8").Run().AssertFailed(2, "decimal point");
    }

    [Fact]
    public void The_photo_is_replaced_only_when_that_is_allowed()
    {
        string photo = _folder.Photo("in.png");
        string depth = _folder.Depth();
        byte[] before = File.ReadAllBytes(photo);
        new CliProcess("refocus", photo, "-o", photo, "--depth", depth, "--k", "10").Run().AssertFailed(2, "--overwrite");
        File.CreateSymbolicLink(_folder["link.png"], photo);
        new CliProcess("refocus", photo, "-o", _folder["link.png"], "--depth", depth, "--k", "10").Run().AssertFailed(2, "--overwrite");
        Assert.Equal(before, File.ReadAllBytes(photo));
        new CliProcess("refocus", photo, "-o", photo, "--overwrite", "--depth", depth, "--k", "10").Run().AssertOk();
        Assert.NotEqual(before, File.ReadAllBytes(photo));
        new CliProcess("refocus", photo, "-o", depth, "--overwrite", "--depth", depth).Run().AssertFailed(2, "depth.png");
    }

    [Fact]
    public void An_existing_output_is_replaced()
    {
        File.WriteAllText(_folder["out.png"], "old");
        Refocus("--k", "10").AssertOk();
        using Photo photo = _folder.ReadPhoto("out.png");
        Assert.Equal(96, photo.Width);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named_before_any_work()
    {
        string photo = _folder.Photo();
        new CliProcess("refocus", photo, "-o", _folder["no/out.png"]).Run().AssertFailed(6, "does not exist");
        new CliProcess("refocus", photo, "-o", Path.GetTempPath()).Run().AssertFailed(6, "folder");
        new CliProcess("refocus", photo, "-o", _folder["out.bmp"]).Run().AssertFailed(2, "out.bmp");
        new CliProcess("refocus", photo, "-o", _folder["out"]).Run().AssertFailed(2, "--format");
    }

    [Fact]
    public void An_input_that_cannot_be_read_ends_with_3()
    {
        new CliProcess("refocus", _folder["missing.png"], "-o", _folder["out.png"]).Run().AssertFailed(3, "missing.png");
        new CliProcess("refocus", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder["missing.png"]).Run().AssertFailed(3, "missing.png");
    }

    [Fact]
    public void A_model_that_is_not_there_ends_with_4() =>
        new CliProcess("refocus", _folder.Photo(), "-o", _folder["out.png"], "--depth-model", _folder["missing.onnx"]).Run().AssertFailed(4, "missing.onnx");

    [Fact]
    public void A_warning_is_one_line_and_quiet_keeps_it_back()
    {
        CliResult result = Refocus("--k", "2000");
        Assert.Equal(0, result.Code);
        Assert.StartsWith("genrefocus: warning: The blur is limited", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Error);
        Refocus("--k", "2000", "--quiet").AssertOk();
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        Refocus("--k", "30", "--threads", "1").AssertOk();
        ushort[] one = Samples("out.png");
        Command("--k", "30").With("GENREFOCUS_THREADS", "3").Run().AssertOk();
        Assert.Equal(one, Samples("out.png"));
    }

    private CliProcess Command(params string[] flags) =>
        new(["refocus", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder.Depth(), .. flags]);

    private CliResult Refocus(params string[] flags) => Command(flags).Run();

    private ushort[] Samples(string name)
    {
        using Photo photo = _folder.ReadPhoto(name);
        List<ushort> samples = [];
        for (int y = 0; y < photo.Height; y++)
        {
            if (photo.BitDepth == 16)
                samples.AddRange(photo.Samples.Row16(y));
            else
                samples.AddRange(photo.Samples.Row8(y).ToArray().Select(sample => (ushort)sample));
        }

        return [.. samples];
    }
}
