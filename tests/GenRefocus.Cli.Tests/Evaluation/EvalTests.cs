using System.Text.Json;

namespace GenRefocus.Cli.Tests;

public sealed class EvalTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Depth_is_compared_with_the_truth()
    {
        Picture("one");
        Picture("two");
        File.WriteAllText(_folder["list.txt"], "# held out\n\ntwo,object\n");
        CliResult all = new CliProcess("eval", "depth", Here, "--json").Run();
        all.AssertOk();
        Assert.Equal(["one", "two"], all.Json.GetProperty("pictures").EnumerateArray().Select(picture => picture.GetProperty("name").GetString()));
        Assert.InRange(all.Json.GetProperty("rmse").GetDouble(), 0, 1);
        Assert.InRange(all.Json.GetProperty("ordinal").GetDouble(), 0, 1);
        Assert.Equal("depth-compact", all.Json.GetProperty("model").GetString());

        CliResult listed = new CliProcess("eval", "depth", Here, "--list", _folder["list.txt"]).Run();
        listed.AssertOk();
        Assert.Contains("mean of 1", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Subjects_are_compared_with_masks()
    {
        Directory.CreateDirectory(_folder["group"]);
        string photo = Path.Combine(_folder["group"], "a.jpg");
        File.Copy(Path.Combine(Repository(), "samples", "chess.jpg"), photo);
        Directory.CreateDirectory(_folder["masks"]);
        new CliProcess("refocus", photo, "-o", Path.Combine(_folder["masks"], "group__a.png"), "--view", "mask").Run().AssertOk();
        File.WriteAllText(_folder["list.csv"], "photo,class\ngroup__a,object\n");
        CliResult result = new CliProcess("eval", "subject", Here, "--masks", _folder["masks"], "--list", _folder["list.csv"], "--json").Run();
        result.AssertOk();
        // Compared with what it found itself, at 8 bits.
        Assert.InRange(result.Json.GetProperty("iou").GetDouble(), 0.97, 1);
        Assert.Equal(JsonValueKind.Number, result.Json.GetProperty("classes").GetProperty("object").ValueKind);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Picture("one");
        new CliProcess("eval", "depth", _folder["none"]).Run().AssertFailed(3, "none");
        File.WriteAllText(_folder["list.txt"], "three\n");
        new CliProcess("eval", "depth", Here, "--list", _folder["list.txt"]).Run().AssertFailed(3, "three_rgb.jpg");
        File.WriteAllText(_folder["empty.txt"], "# nothing\n");
        new CliProcess("eval", "depth", Here, "--list", _folder["empty.txt"]).Run().AssertFailed(3, "names no picture");
        new CliProcess("eval", "subject", Here).Run().AssertFailed(2, "--masks");
    }

    private string Here => Path.GetDirectoryName(_folder["x"])!;

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GenRefocus.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not lie in the repository.");
        return folder;
    }

    private void Picture(string name)
    {
        _folder.Photo($"{name}_rgb.png");
        _folder.Depth($"{name}_disp.png");
    }
}
