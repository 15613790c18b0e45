namespace GenRefocus.Cli.Tests;

public sealed class InfoTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_photo_is_described_for_people()
    {
        CliResult result = new CliProcess("info", _folder.Photo("in.jpg", 40, 30)).Run();
        result.AssertOk();
        Assert.Contains("40 × 30 pixels", result.Text, StringComparison.Ordinal);
        Assert.Contains("Jpeg, 8 bits", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_is_described_for_programs()
    {
        CliResult result = new CliProcess("info", _folder.Photo("in.png", 40, 30, bits: 16), "--json").Run();
        result.AssertOk();
        Assert.Equal(40, result.Json.GetProperty("width").GetInt32());
        Assert.Equal(30, result.Json.GetProperty("height").GetInt32());
        Assert.Equal(16, result.Json.GetProperty("bitDepth").GetInt32());
        Assert.Equal("Png", result.Json.GetProperty("format").GetString());
        Assert.False(result.Json.GetProperty("alpha").GetBoolean());
        Assert.False(result.Json.TryGetProperty("focalLength", out _));
    }

    [Fact]
    public void A_photo_may_come_from_standard_input()
    {
        CliResult result = new CliProcess("info", "-", "--json").Run(File.ReadAllBytes(_folder.Photo("in.tif", 20, 10)));
        result.AssertOk();
        Assert.Equal(20, result.Json.GetProperty("width").GetInt32());
        Assert.Equal("Tiff", result.Json.GetProperty("format").GetString());
    }

    [Fact]
    public void A_name_may_begin_with_an_at_sign_and_behind_two_hyphens_with_a_hyphen()
    {
        string photo = _folder.Photo("in.png");
        string at = _folder["@in.png"];
        File.Copy(photo, at);
        string current = Directory.GetCurrentDirectory();
        new CliProcess("info", at).Run().AssertOk();
        new CliProcess("info", Path.GetRelativePath(current, at)).Run().AssertOk();
        new CliProcess("info", "--", "-no-such-file.png").Run().AssertFailed(3, "-no-such-file.png");
    }

    [Fact]
    public void What_cannot_be_read_ends_with_3()
    {
        File.WriteAllText(_folder["text.jpg"], "no picture");
        File.WriteAllBytes(_folder["empty.jpg"], []);
        new CliProcess("info", _folder["missing.jpg"]).Run().AssertFailed(3, "missing.jpg");
        new CliProcess("info", _folder["text.jpg"]).Run().AssertFailed(3, "text.jpg");
        new CliProcess("info", _folder["empty.jpg"]).Run().AssertFailed(3, "empty.jpg");
        new CliProcess("info", Path.GetTempPath()).Run().AssertFailed(3, "folder");
        new CliProcess("info", "-").Run([]).AssertFailed(3);
    }
}
