using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

public sealed class DeblurTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_blurred_becomes_sharper_and_the_same_comes_out_of_the_sharp_view()
    {
        string blurred = _folder.BlurredPhoto();
        CliResult result = Deblur(blurred);
        result.AssertOk();
        Assert.InRange(result.Json.GetProperty("softShare").GetDouble(), 0.5, 1);
        Assert.Equal(["blur-compact", "deblurnet-compact"], result.Json.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("id").GetString()));
        using Photo before = _folder.ReadPhoto("blurred.png"), after = _folder.ReadPhoto("out.png");
        Assert.True(Detail(after) > 1.1 * Detail(before), $"The detail went from {Detail(before)} to {Detail(after)}.");

        new CliProcess("refocus", blurred, "-o", _folder["view.png"], "--view", "sharp", "--deblur", "on", "--depth", _folder.Depth()).Run().AssertOk();
        using Photo view = _folder.ReadPhoto("view.png");
        for (int y = 0; y < view.Height; y++)
            Assert.True(view.Samples.Row8(y).SequenceEqual(after.Samples.Row8(y)), $"Row {y} differs.");
    }

    [Fact]
    public void Seeds_count_from_the_second_step_on()
    {
        string blurred = _folder.BlurredPhoto();
        byte[] Run(params string[] flags)
        {
            Deblur(blurred, flags).AssertOk();
            using Photo photo = _folder.ReadPhoto("out.png");
            return [.. Enumerable.Range(0, photo.Height).SelectMany(y => photo.Samples.Row8(y).ToArray())];
        }

        Assert.Equal(Run("--seed", "1"), Run("--seed", "2"));
        byte[] two = Run("--deblur-steps", "2", "--seed", "1");
        Assert.Equal(two, Run("--deblur-steps", "2", "--seed", "1", "--threads", "1"));
        Assert.NotEqual(two, Run("--deblur-steps", "2", "--seed", "2"));
    }

    [Theory]
    [InlineData("--deblur-steps", "0")]
    [InlineData("--deblur-steps", "9")]
    [InlineData("--seed", "-1")]
    public void A_refused_number_is_named_with_its_flag(string flag, string value)
    {
        Deblur(_folder.Photo(), flag, value).AssertFailed(2, flag);
        Assert.DoesNotContain("out.png", _folder.Names);
    }

    [Fact]
    public void The_report_of_a_refocused_photo_says_what_stage_1_did()
    {
        CliResult result = new CliProcess("refocus", _folder.BlurredPhoto(), "-o", _folder["out.png"], "--depth", _folder.Depth(), "--json").Run();
        result.AssertOk();
        Assert.True(result.Json.GetProperty("deblur").GetProperty("restored").GetBoolean());
        CliResult off = new CliProcess("refocus", _folder["blurred.png"], "-o", _folder["out.png"], "--depth", _folder["depth.png"], "--deblur", "off", "--json").Run();
        off.AssertOk();
        Assert.False(off.Json.TryGetProperty("deblur", out _));
    }

    private CliResult Deblur(string photo, params string[] flags) => new CliProcess(["deblur", photo, "-o", _folder["out.png"], "--json", .. flags]).Run();

    // Mean absolute difference of neighbours.
    private static double Detail(Photo photo)
    {
        double sum = 0;
        for (int y = 0; y < photo.Height; y++)
        {
            ReadOnlySpan<byte> row = photo.Samples.Row8(y);
            for (int i = 3; i < row.Length; i++)
                sum += Math.Abs(row[i] - row[i - 3]);
        }

        return sum / ((double)photo.Width * photo.Height);
    }
}
