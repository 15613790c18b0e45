using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Inference.Tests;

namespace GenRefocus.Vision.Tests;

public sealed class DepthEstimatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genrefocus-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// The figures are this program's own, from when its inputs and outputs had been compared with another program's (<see cref="ReferenceTests"/>):
    /// they guard the whole way from linear light to disparity where the reference tensors are not at hand. The floor of tiles comes nearer towards the bottom.
    /// </summary>
    [Fact]
    public void A_made_up_picture_gives_the_known_depth()
    {
        using DepthEstimator estimator = Open(threads: 2);
        using LinearImage picture = Pattern(640, 400);
        using DepthEstimate estimate = estimator.Estimate(picture, 2, Token);
        float[] values = Pictures.Values(estimate.Disparity);
        Assert.Equal((160, 96, DepthScale.Relative), (estimate.Disparity.Width, estimate.Disparity.Height, estimate.Scale));
        Assert.Equal("depth-compact", estimate.ModelId);
        Assert.Equal(estimator.Card.Sha256, estimate.ModelSha256);
        Assert.Equal(0.3425, values.Average(), 2e-3);
        Assert.Equal(0.0004, estimate.Disparity[19, 10], 5e-3);
        Assert.Equal(0.3154, estimate.Disparity[80, 48], 5e-3);
        Assert.Equal(0.9444, estimate.Disparity[125, 90], 5e-3);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_the_depth()
    {
        using LinearImage picture = Pattern(333, 500);
        using DepthEstimator one = Open(threads: 1), two = Open(threads: 2);
        using DepthEstimate a = one.Estimate(picture, 1, Token), b = two.Estimate(picture, 2, Token);
        float[] first = Pictures.Values(a.Disparity), second = Pictures.Values(b.Disparity);
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], second[i], 1e-4f);
    }

    [Fact]
    public void A_cancelled_estimate_throws()
    {
        using DepthEstimator estimator = Open(threads: 1);
        using LinearImage picture = Pattern(64, 64);
        Assert.ThrowsAny<OperationCanceledException>(() => estimator.Estimate(picture, 1, new CancellationToken(true)));
    }

    [Fact]
    public void Transparent_pixels_show_their_own_colour()
    {
        using LinearImage opaque = Pictures.Image(8, 8, (_, _) => new Vector3(0.5f, 0.25f, 0.125f));
        using var glass = new LinearImage(8, 8);
        glass.Fill(new Vector4(0.5f, 0.25f, 0.125f, 1) * 0.5f);
        CardInput input = Open(threads: 1).Card.Input;
        Plane<float>[] a = NetworkPicture.Prepare(opaque, input, 1, Token), b = NetworkPicture.Prepare(glass, input, 1, Token);
        for (int c = 0; c < 3; c++)
            Assert.Equal(Pictures.Values(a[c]), Pictures.Values(b[c]));
    }

    [Fact]
    public void Blue_comes_first_where_the_card_says_so()
    {
        using LinearImage picture = Pattern(300, 200);
        CardInput rgb = Open(threads: 1).Card.Input, bgr = rgb with { Channels = CardChannels.Bgr };
        Plane<float>[] a = NetworkPicture.Prepare(picture, rgb, 1, Token), b = NetworkPicture.Prepare(picture, bgr, 1, Token);
        for (int c = 0; c < 3; c++)
            Assert.Equal(Pictures.Values(a[c]), Pictures.Values(b[2 - c]));
        Assert.NotEqual(Pictures.Values(a[0]), Pictures.Values(a[2]));
    }

    [Fact]
    public void A_network_of_another_rank_and_a_free_size_works()
    {
        string path = Write(new OnnxWriter().Integers("axes", [1, 2]).Node("ReduceMean", ["rgb"], "y", ("axes", new long[] { 2 }), ("keepdims", 0L))
            .Build("rgb", [1, 1, 3, -1, -1], "y", [1, 1, -1, -1]), card =>
            {
                card["input"]!["size"] = JsonNode.Parse("""{ "rule": "longSide", "side": 64, "multipleOf": 8 }""");
                card["output"]!["name"] = "y";
            });
        using DepthEstimator estimator = DepthEstimator.Open(path, Factory(1), Token);
        using LinearImage picture = Pictures.Image(128, 64, (x, _) => new Vector3(x / 127f));
        using DepthEstimate estimate = estimator.Estimate(picture, 1, Token);
        Assert.Equal((64, 32), (estimate.Disparity.Width, estimate.Disparity.Height));
        Assert.True(estimate.Disparity[60, 5] > estimate.Disparity[30, 5]);
    }

    [Fact]
    public void A_missing_card_is_named()
    {
        string path = Path.Combine(_folder, "net.onnx");
        File.WriteAllBytes(path, Doubling());
        ModelMissingException error = Assert.Throws<ModelMissingException>(() => DepthEstimator.Open(path, Factory(1), Token));
        Assert.Equal(Path.Combine(_folder, "net.card.json"), error.Path);
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        string path = Path.Combine(_folder, "net.onnx");
        Assert.Equal(path, Assert.Throws<ModelMissingException>(() => DepthEstimator.Open(path, Factory(1), Token)).Path);
    }

    [Theory]
    [InlineData("input.name", "\"pixels\"", "'pixels' (input.name)")]
    [InlineData("output.name", "\"depth\"", "'depth' (output.name)")]
    [InlineData("input.size.width", "128", "128 × 192")]
    [InlineData("sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"", "SHA-256")]
    public void A_card_that_does_not_fit_its_model_is_refused(string member, string value, string named)
    {
        string path = Write(Doubling(), card =>
        {
            string[] names = member.Split('.');
            names[..^1].Aggregate((JsonNode)card, (node, name) => node[name]!)[names[^1]] = JsonNode.Parse(value);
        });
        ModelInvalidException error = Assert.Throws<ModelInvalidException>(() => DepthEstimator.Open(path, Factory(1), Token));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_is_no_plane_is_refused()
    {
        string path = Write(Doubling(), _ => { });
        using DepthEstimator estimator = DepthEstimator.Open(path, Factory(1), Token);
        using LinearImage picture = Pattern(16, 16);
        Assert.Contains("not one plane", Assert.Throws<ModelInvalidException>(() => estimator.Estimate(picture, 1, Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_model_is_found_beside_the_program()
    {
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "models", "depth-compact.onnx"), DepthModelLocator.Find());
        Assert.Equal(DepthModelLocator.Find(), DepthModelLocator.Find("depth-compact"));
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("no-such-net")]
    [InlineData("../depth-compact")]
    [InlineData("..")]
    [InlineData("gone.onnx")]
    public void A_model_that_is_not_there_is_reported_as_missing(string model)
    {
        Assert.Throws<ModelMissingException>(() => DepthModelLocator.Find(model, _folder));
    }

    /// <summary>Gradients of both directions under a checkerboard whose squares shrink towards the top, as tiles seen from above.</summary>
    private static LinearImage Pattern(int width, int height) => Pictures.Image(width, height, (x, y) =>
    {
        int square = 4 + (36 * y / height);
        float tile = (((x / square) + (y / square)) & 1) == 0 ? 1 : 0.25f;
        return new Vector3((float)x / width, (float)y / height, 0.5f) * tile;
    });

    private static DepthEstimator Open(int threads) => DepthEstimator.Open(DepthModelLocator.Find(), Factory(threads), Token);

    private static InferenceSessionFactory Factory(int threads) => new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = threads });

    private static byte[] Doubling() => new OnnxWriter().Node("Add", ["rgb", "rgb"], "disparity").Build("rgb", [1, 3, 192, 256], "disparity", [1, 3, 192, 256]);

    private string Write(byte[] model, Action<JsonObject> change)
    {
        string path = Path.Combine(_folder, "net.onnx");
        File.WriteAllBytes(path, model);
        JsonObject card = JsonSerializer.SerializeToNode(JsonNode.Parse(File.ReadAllText(ModelCardReader.PathFor(DepthModelLocator.Find()))))!.AsObject();
        card.Remove("sha256");
        card["input"]!["size"] = JsonNode.Parse("""{ "rule": "fixed", "width": 256, "height": 192 }""");
        change(card);
        File.WriteAllText(ModelCardReader.PathFor(path), card.ToJsonString());
        return path;
    }
}
