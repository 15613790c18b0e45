using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision.Tests;

public sealed class ModelCardTests
{
    private const string Good = """
        {
          "version": 1, "id": "some-net.2", "name": "Some net", "licence": "Apache-2.0",
          "input": {
            "name": "pixel_values", "size": { "rule": "dpt", "side": 518, "multipleOf": 14 }, "resampling": "bilinearAntialias", "roundTo8Bit": false,
            "channels": "bgr", "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]
          },
          "output": { "name": "predicted_depth", "meaning": "metric" }
        }
        """;

    [Fact]
    public void A_card_is_read_in_full()
    {
        ModelCard card = Parse(Good);
        Assert.Equal("some-net.2", card.Id);
        Assert.Equal((CardSizeRule.Dpt, 518, 14), (card.Input.Size.Rule, card.Input.Size.Side, card.Input.Size.MultipleOf));
        Assert.Equal((ResampleFilter.BilinearAntialias, false, CardChannels.Bgr), (card.Input.Resampling, card.Input.RoundTo8Bit, card.Input.Channels));
        Assert.Equal(255, card.Input.Divisor);
        Assert.Equal([0.485f, 0.456f, 0.406f], card.Input.Mean!);
        Assert.Equal((CardMeaning.Metric, "predicted_depth"), (card.Output.Meaning, card.Output.Name));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal(0.229f, Parse(Good).Input.Std![0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("input.colour")]
    [InlineData("input.size.depth")]
    [InlineData("output.unit")]
    public void An_unknown_member_is_refused_by_name(string path)
    {
        Assert.Contains($"'{path.Split('.')[^1]}'", Refusal(path, "1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version", "2", "version")]
    [InlineData("id", "\"../net\"", "id")]
    [InlineData("id", "\"\"", "id")]
    [InlineData("name", "\" \"", "name")]
    [InlineData("licence", "\"\"", "licence")]
    [InlineData("sha256", "\"abc\"", "sha256")]
    [InlineData("input.name", "\"\"", "input.name")]
    [InlineData("input.divisor", "0", "input.divisor")]
    [InlineData("input.divisor", "1e99", "input.divisor")]
    [InlineData("input.mean", "[0, 0]", "input.mean")]
    [InlineData("input.std", "[1, 0, 1]", "input.std")]
    [InlineData("input.std", "[1, -1, 1]", "input.std")]
    [InlineData("input.channels", "7", "input.channels")]
    [InlineData("input.resampling", "9", "input.resampling")]
    [InlineData("input.resampling", "\"lanczos\"", "$.input.resampling")]
    [InlineData("input.roundTo8Bit", "\"yes\"", "$.input.roundTo8Bit")]
    [InlineData("input.size.rule", "\"square\"", "$.input.size.rule")]
    [InlineData("input.size.rule", "11", "input.size.rule")]
    [InlineData("input.size.side", "0", "input.size.side")]
    [InlineData("input.size.side", "5000", "input.size.side")]
    [InlineData("input.size.side", "null", "input.size.side")]
    [InlineData("input.size.width", "5", "input.size.width")]
    [InlineData("input.size.multipleOf", "0", "input.size.multipleOf")]
    [InlineData("input.size.multipleOf", "257", "input.size.multipleOf")]
    [InlineData("output.name", "\"\"", "output.name")]
    [InlineData("output.meaning", "99", "output.meaning")]
    [InlineData("output.meaning", "\"inverse\"", "$.output.meaning")]
    [InlineData("output", "null", "output")]
    public void A_wrong_member_is_refused_by_name(string path, string value, string named)
    {
        Assert.Contains(named, Refusal(path, value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("id")]
    [InlineData("licence")]
    [InlineData("input")]
    [InlineData("output")]
    public void A_missing_member_is_refused_by_name(string name)
    {
        JsonNode card = JsonNode.Parse(Good)!;
        card.AsObject().Remove(name);
        Assert.Contains($"'{name}'", Message(card.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 1, \"version\": 1 }")]
    [InlineData("{ \"version\": 1 } x")]
    public void What_is_no_card_is_refused(string json)
    {
        Assert.StartsWith("The card 'net.card.json' is not right: ", Message(json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_size_needs_both_sides()
    {
        Assert.Contains("input.size.height", Refusal("input.size", """{ "rule": "fixed", "width": 256 }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_card_is_reported_as_missing_with_its_name()
    {
        string path = Path.Combine(Path.GetTempPath(), $"genrefocus-{Guid.NewGuid():N}.onnx");
        ModelMissingException error = Assert.Throws<ModelMissingException>(() => ModelCardReader.ReadFor(path));
        Assert.Equal(path.Replace(".onnx", ".card.json", StringComparison.Ordinal), error.Path);
    }

    [Fact]
    public void A_huge_card_is_refused()
    {
        string path = Path.Combine(Path.GetTempPath(), $"genrefocus-{Guid.NewGuid():N}.onnx");
        string card = ModelCardReader.PathFor(path);
        File.WriteAllText(card, Good + new string(' ', ModelCardReader.MaxBytes));
        try
        {
            Assert.Contains("65536", Assert.Throws<ModelInvalidException>(() => ModelCardReader.ReadFor(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(card);
        }
    }

    private static string Refusal(string path, string value)
    {
        JsonNode card = JsonNode.Parse(Good)!;
        string[] names = path.Split('.');
        JsonNode parent = names[..^1].Aggregate(card, (node, name) => node[name]!);
        parent[names[^1]] = JsonNode.Parse(value);
        return Message(card.ToJsonString());
    }

    private static string Message(string json) => Assert.Throws<ModelInvalidException>(() => Parse(json)).Message;

    private static ModelCard Parse(string json) => ModelCardReader.Parse(Encoding.UTF8.GetBytes(json), "net.card.json");
}
