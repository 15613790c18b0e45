using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision.Tests;

/// <summary>Compares with tensors that another program computed with a network of the same kind as the shipped one.</summary>
public sealed class ReferenceTests
{
    private const string Network = "data/pilot/depth_pilot.onnx";
    private const string Folder = "data/pilot/reference";

    private const string CardText = """
        {
          "version": 1, "id": "depth-pilot", "name": "Pilot", "licence": "MIT",
          "input": {
            "name": "rgb", "size": { "rule": "fixed", "width": 256, "height": 192 }, "resampling": "area", "roundTo8Bit": true,
            "divisor": 127.5, "mean": [1, 1, 1], "std": [1, 1, 1]
          },
          "output": { "name": "disparity", "meaning": "disparity" }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "nyu_0", "rgbd/nyu_0_rgb.jpg" },
        { "bokehme_13", "rgbd/bokehme_13_rgb.jpg" },
        { "lensblur_flowers", "rgbd/lensblur_flowers_rgb.jpg" },
        { "s0001", "rgbd/render/s0001_rgb.jpg" },
        { "s0004", "rgbd/render/s0004_rgb.jpg" },
        { "s0008", "rgbd/render/s0008_rgb.jpg" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_network_gives_the_reference_output(string name, string picture)
    {
        Assert.NotNull(picture);
        ModelCard card = Card();
        NumpyFile input = Read($"{name}_input_u8.npy"), expected = Read($"{name}_output.npy");
        var factory = new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 2 });
        using OnnxModel model = factory.Open(SharedData.Find(Network), Token);
        ModelTensor result = model.Run([Tensor(card, input)], card.Output.Name, Token);
        Assert.Equal(expected.Shape.Select(side => (long)side), result.Shape);
        for (int i = 0; i < expected.Values.Length; i++)
            Assert.Equal(expected.Values[i], result.Values[i], 1e-4f);
    }

    [Fact]
    public void Scaling_agrees_bit_for_bit()
    {
        NumpyFile input = Read("nyu_0_input_u8.npy"), expected = Read("nyu_0_input.npy");
        Assert.Equal(expected.Values, Tensor(Card(), input).Values);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_decoded_picture_becomes_the_reference_input(string name, string picture)
    {
        NumpyFile expected = Read($"{name}_input_u8.npy");
        using Photo photo = PhotoReader.Read(SharedData.Find($"data/{picture}"), cancellationToken: Token);
        using LinearImage linear = photo.ToLinear(2, Token);
        Plane<float>[] planes = NetworkPicture.Prepare(linear, Card().Input, 2, Token);
        float[] values = [.. planes.SelectMany(Pictures.Values)];
        int different = 0;
        for (int i = 0; i < values.Length; i++)
        {
            // Rounding at .5 may go either way.
            Assert.InRange(values[i] - expected.Values[i], -1, 1);
            different += values[i] == expected.Values[i] ? 0 : 1;
        }

        Assert.InRange((double)different / values.Length, 0, 0.007);
    }

    private static ModelTensor Tensor(ModelCard card, NumpyFile input)
    {
        (int height, int width) = (input.Shape[2], input.Shape[3]);
        Plane<float>[] planes = [.. Enumerable.Range(0, 3).Select(c =>
            Pictures.Plane(width, height, (x, y) => input.Values[(((c * height) + y) * width) + x]))];
        return ImageTensor.FromPlanes(card.Input.Name, planes, card.Input.Scaling);
    }

    private static ModelCard Card() => ModelCardReader.Parse(System.Text.Encoding.UTF8.GetBytes(CardText), Network);

    private static NumpyFile Read(string name) => NumpyFile.Read(SharedData.Find($"{Folder}/{name}"));
}
