using System.Text.Json;
using GenRefocus.Diffusion;
using GenRefocus.Diffusion.Tests;
using GenRefocus.Imaging.Tests;
using GenRefocus.Inference.Tests;

namespace GenRefocus.Cli.Tests;

public sealed class PictureEvalTests : IDisposable
{
    private readonly EvaluationData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_is_drawn_is_compared_with_the_lens()
    {
        _data.AddScene();
        _data.AddRender();
        CliResult all = new CliProcess("eval", "bokeh", _data.Folder, "--json").Run();
        all.AssertOk();
        Assert.Equal(["a near", "a far", "s0 s0_dof0"], all.Json.GetProperty("pictures").EnumerateArray().Select(picture => picture.GetProperty("name").GetString()));
        foreach (string set in (string[])["eval", "render"])
        {
            // The lens of the data is the renderer itself: only the file's rounding is left.
            Assert.InRange(Mean(all.Json, set, "whole", "renderer", "psnr"), 35, 99);
            Assert.InRange(Mean(all.Json, set, "whole", "renderer", "gain"), 5, 60);
            Assert.InRange(Mean(all.Json, set, "edges", "renderer", "ssim"), 0.95, 1);
            Assert.Equal(0, Mean(all.Json, set, "whole", "not blurred", "gain"));
        }

        // The pictures are too small for five scales.
        Assert.False(all.Json.GetProperty("means")[0].TryGetProperty("msSsim", out _));
        CliResult one = new CliProcess("eval", "bokeh", _data.Folder, "--sets", "render", "--quiet").Run();
        one.AssertOk();
        Assert.DoesNotContain("eval ", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void BokehNet_has_a_row_where_its_network_is()
    {
        _data.AddScene();
        // The network answers with the sharp picture, which is worse than what the renderer drew, and only beside edges.
        using TestBokehNetwork network = new(0, (colour, plane) => plane == colour ? 1 : 0);
        CliResult result = new CliProcess("eval", "bokeh", _data.Folder, "--sets", "eval", "--models", Path.GetDirectoryName(network.Path)!, "--steps", "2", "--json").Run();
        result.AssertOk();
        Assert.Equal(["bokeh"], result.Json.GetProperty("models").EnumerateObject().Select(model => model.Name));
        Assert.True(Mean(result.Json, "eval", "edges", "renderer, BokehNet", "psnr") < Mean(result.Json, "eval", "edges", "renderer", "psnr") - 1);
        Assert.Equal(Mean(result.Json, "eval", "rest", "renderer", "psnr"), Mean(result.Json, "eval", "rest", "renderer, BokehNet", "psnr"), 1e-3);
    }

    [Fact]
    public void Deblurring_is_compared_with_the_sharp_pictures_of_every_set()
    {
        AddAll();
        using TestNetworks networks = new(graph => graph.Node("Identity", ["state"], "guess"));
        CliResult nothing = new CliProcess("eval", "deblur", _data.Folder, "--models", networks.Folder, "--json").Run();
        nothing.AssertOk();
        Assert.Equal([DeblurModelLocator.Blur, DeblurModelLocator.Bridge], nothing.Json.GetProperty("models").EnumerateObject().Select(model => model.Name));
        // Two shots, six radii, one frame, and the photo and the scene that are sharp.
        Assert.Equal([2, 6, 1, 2], ((string[])["lens", "drawn", "stacks", "sharp"]).Select(set => (int)Mean(nothing.Json, set, "whole", "deblurred", "pictures")));
        Assert.All(nothing.Json.GetProperty("means").EnumerateArray(), mean => Assert.Equal(0, mean.GetProperty("gain").GetDouble(), 1e-4));
        Assert.InRange(Mean(nothing.Json, "sharp", "whole", "as it is", "psnr"), 41, 43);
        Assert.InRange(Mean(nothing.Json, "lens", "sharp", "as it is", "psnr"), 20, 60);

        // Grain, which a lens blurs away again, so that nothing speaks against it.
        using TestNetworks grain = new(graph => graph.Weights("many", [1], [1000]).Weights("some", [1], [0.2f])
            .Node("Mul", ["state", "many"], "a").Node("Sin", ["a"], "b").Node("Mul", ["b", "some"], "c").Node("Add", ["state", "c"], "guess"));
        CliResult worse = new CliProcess("eval", "deblur", _data.Folder, "--models", grain.Folder, "--sets", "stacks,drawn", "--most", "1", "--steps", "2", "--json").Run();
        worse.AssertOk();
        Assert.InRange(Mean(worse.Json, "drawn", "whole", "deblurred", "gain"), -40, -0.5);
        Assert.True(Mean(worse.Json, "drawn", "whole", "deblurred", "leastGain") <= Mean(worse.Json, "drawn", "whole", "deblurred", "gain"));
    }

    [Fact]
    public void Moving_the_focus_is_compared_stage_by_stage()
    {
        _data.AddScene();
        using TestNetworks networks = new(graph => graph.Node("Identity", ["state"], "guess"));
        CliResult result = new CliProcess("eval", "refocus", _data.Folder, "--models", networks.Folder, "--json").Run();
        result.AssertOk();
        JsonElement picture = result.Json.GetProperty("pictures")[0];
        Assert.Equal("a near to far", picture.GetProperty("name").GetString());
        Assert.Equal(
            ["not refocused", "deblurred alone", "drawn alone, exact depth", "both, exact depth", "drawn alone, estimated depth", "both, estimated depth"],
            picture.GetProperty("methods").EnumerateArray().Select(method => method.GetProperty("method").GetString()));
        Assert.Equal([DeblurModelLocator.Blur, DeblurModelLocator.Bridge, "depth-compact"], result.Json.GetProperty("models").EnumerateObject().Select(model => model.Name));
        // The network does nothing, so that the first stage changes nothing.
        Assert.Equal(Mean(result.Json, "eval", "whole", "not refocused", "psnr"), Mean(result.Json, "eval", "whole", "deblurred alone", "psnr"), 1e-3);
        Assert.Equal(Mean(result.Json, "eval", "whole", "drawn alone, exact depth", "psnr"), Mean(result.Json, "eval", "whole", "both, exact depth", "psnr"), 1e-3);
    }

    [Fact]
    public void The_renderer_comes_close_to_a_true_lens()
    {
        string? data = SharedData.Find("data");
        Assert.SkipWhen(data is null || !File.Exists(Path.Combine(data, "rgbd", "eval", "index.jsonl")), "The rendered scenes (shared/data/rgbd/eval) are not on this machine.");
        CliResult result = new CliProcess("eval", "bokeh", data!, "--sets", "eval", "--most", "2", "--json").Run();
        result.AssertOk();
        Assert.InRange(Mean(result.Json, "eval", "whole", "renderer", "gain"), 3, 30);
        Assert.InRange(Mean(result.Json, "eval", "whole", "renderer", "msSsim"), 0.9, 1);
    }

    [Fact]
    public void What_is_missing_or_wrong_is_named()
    {
        new CliProcess("eval", "bokeh", _data.Folder).Run().AssertFailed(3, "index.jsonl");
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "render").Run().AssertFailed(3, "there is no such folder");
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "evil").Run().AssertFailed(2, "\"evil\" is no set; there is eval, render");
        new CliProcess("eval", "deblur", _data.Folder, "--most", "0").Run().AssertFailed(2, "--most");
        new CliProcess("eval", "deblur", _data.Folder, "--steps", "9").Run().AssertFailed(2, "from 1 to 8");
        new CliProcess("eval", "bokeh", _data.Folder, "--steps", "5").Run().AssertFailed(2, "from 1 to 4");
        new CliProcess("eval", "deblur", _data.Folder, "--sets", "drawn").Run().AssertFailed(3, "kodak, skimage, tylorallison");
        new CliProcess("eval", "deblur", _data.Folder, "--sets", "stacks").Run().AssertFailed(3, "defocus");
        AddAll();
        new CliProcess("eval", "deblur", _data.Folder, "--models", _data.Folder).Run().AssertFailed(4, "deblurnet-compact.onnx");
        string index = _data.Path("rgbd/eval/index.jsonl"), text = File.ReadAllText(index);
        File.WriteAllText(index, text.Replace("\"a\"", "\"../a\"", StringComparison.Ordinal));
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "eval").Run().AssertFailed(3, "\"../a\" is no name");
        File.WriteAllText(index, text.Replace("\"zmin\": 2", "\"zmin\": 0", StringComparison.Ordinal));
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "eval").Run().AssertFailed(3, "no lens that can be");
        File.WriteAllText(index, text.Replace("\"blades\": 0", "\"blades\": 1", StringComparison.Ordinal));
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "eval").Run().AssertFailed(3, "1 blades");
        File.WriteAllText(index, "{\n");
        new CliProcess("eval", "bokeh", _data.Folder, "--sets", "eval").Run().AssertFailed(3, "is not understood");
    }

    private void AddAll()
    {
        _data.AddScene();
        _data.AddPhoto();
        _data.AddStack();
    }

    private static double Mean(JsonElement json, string set, string region, string method, string figure) =>
        json.GetProperty("means").EnumerateArray()
            .Single(mean => mean.GetProperty("set").GetString() == set && mean.GetProperty("region").GetString() == region && mean.GetProperty("method").GetString() == method)
            .GetProperty(figure).GetDouble();
}
