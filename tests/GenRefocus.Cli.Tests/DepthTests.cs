using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

public sealed class DepthTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_depth_of_a_photo_is_a_grey_picture_of_16_bits_that_reads_back()
    {
        CliResult result = new CliProcess("depth", _folder.Photo("in.jpg"), "-o", _folder["out.png"], "--json").Run();
        result.AssertOk();
        Assert.Equal("model", result.Json.GetProperty("source").GetString());
        Assert.Equal("depth-compact", result.Json.GetProperty("model").GetString());
        Assert.Matches("^[0-9a-f]{64}$", result.Json.GetProperty("modelSha256").GetString());
        using DepthFile depth = _folder.ReadDepth("out.png");
        Assert.Equal((96, 64, DepthSampleKind.Integer16), (depth.Values.Width, depth.Values.Height, depth.Kind));
        new CliProcess("refocus", _folder["in.jpg"], "-o", _folder["out.jpg"], "--depth", _folder["out.png"]).Run().AssertOk();
    }

    // ONNX Runtime's builds report what they do unless told not to before they are loaded, and keep a queue of reports in the user's folder.
    [Fact]
    public void Nothing_is_left_in_the_users_folder_but_our_own_cache()
    {
        string home = Directory.CreateDirectory(_folder["home"]).FullName;
        new CliProcess("depth", _folder.Photo(), "-o", _folder["out.png"]).With("HOME", home).With("XDG_CACHE_HOME", Path.Combine(home, "cache")).Run().AssertOk();
        Assert.DoesNotContain(Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories), file => !file.Contains("genrefocus", StringComparison.Ordinal));
    }

    [Fact]
    public void Imported_depth_comes_out_as_it_went_in()
    {
        new CliProcess("depth", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder.Depth()).Run().AssertOk();
        using DepthFile before = _folder.ReadDepth("depth.png");
        using DepthFile after = _folder.ReadDepth("out.png");
        for (int y = 0; y < before.Values.Height; y++)
            Assert.Equal(before.Values.Row(y).ToArray(), after.Values.Row(y).ToArray());
    }

    [Fact]
    public void Metric_depth_comes_out_in_millimetres()
    {
        CliResult result = new CliProcess("depth", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder.Metres(), "--json").Run();
        result.AssertOk();
        Assert.Equal("dioptres", result.Json.GetProperty("unit").GetString());
        Assert.Equal("millimetres", result.Json.GetProperty("values").GetString());
        using DepthFile depth = _folder.ReadDepth("out.png");
        Assert.Equal(1250, depth.Values[50, 50]);
        Assert.Equal(65535, depth.Values[5, 5]);
    }

    [Fact]
    public void Colours_are_for_the_eye()
    {
        new CliProcess("depth", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder.Depth(), "--colour").Run().AssertOk();
        using Photo photo = _folder.ReadPhoto("out.png");
        Assert.Equal((8, false), (photo.BitDepth, photo.IsGrey));
    }

    [Fact]
    public void Depth_goes_through_pipes()
    {
        CliResult result = new CliProcess("depth", "-", "-o", "-", "--depth", _folder.Depth()).Run(File.ReadAllBytes(_folder.Photo()));
        Assert.Equal((0, ""), (result.Code, result.Error));
        using DepthFile depth = PictureFolder.ReadDepth(result.Output);
        Assert.Equal(96, depth.Values.Width);
    }

    [Fact]
    public void Depth_is_written_as_png_alone()
    {
        new CliProcess("depth", _folder.Photo(), "-o", _folder["out.jpg"]).Run().AssertFailed(2, "PNG");
        new CliProcess("depth", _folder.Photo(), "-o", _folder["in.png"]).Run().AssertFailed(2, "--overwrite");
    }
}
