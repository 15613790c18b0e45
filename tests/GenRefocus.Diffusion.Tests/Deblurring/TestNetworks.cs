using GenRefocus.Inference;
using GenRefocus.Inference.Tests;

namespace GenRefocus.Diffusion.Tests;

/// <summary>Small networks whose answers can be worked out by hand, in a folder of their own.</summary>
internal sealed class TestNetworks : IDisposable
{
    /// <summary>Radius in pixels of a picture that is wholly red.</summary>
    public const float RadiusOfRed = 10;

    /// <summary>Writes them.</summary>
    /// <param name="bridge">Adds the operators from <c>state</c> and <c>rgb</c> to <c>guess</c>.</param>
    /// <param name="noise">The bridge's noise scale.</param>
    public TestNetworks(Action<OnnxWriter> bridge, string noise = "0.05")
    {
        float[] red = [.. Enumerable.Repeat(RadiusOfRed / 16, 16), .. new float[32]];
        Write(DeblurModelLocator.Blur, new OnnxWriter().Weights("w", [1, 3, 4, 4], red).Node("Conv", ["rgb", "w"], "radius", ("strides", new[] { 4L, 4L }))
            .Build("rgb", [1, 3, -1, -1], "radius", [1, 1, -1, -1]), "radius", "blurRadius", string.Empty);

        // Radius and time must be used, or the runtime refuses them as inputs; here they count nothing.
        OnnxWriter graph = new OnnxWriter().Input("state", [1, 3, -1, -1]).Input("radius", [1, 1, -1, -1]).Input("time", [1]).Weights("zero", [1], [0]);
        bridge(graph);
        graph.Node("Mul", ["radius", "zero"], "no-radius").Node("Mul", ["time", "zero"], "no-time").Node("Add", ["no-radius", "no-time"], "nothing").Node("Add", ["guess", "nothing"], "sharp");
        Write(DeblurModelLocator.Bridge, graph.Build("rgb", [1, 3, -1, -1], "sharp", [1, 3, -1, -1]), "sharp", "picture",
            $$""", "bridge": { "state": "state", "condition": "radius", "time": "time", "noise": {{noise}} }""");
        InferenceSessionFactory sessions = new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        Blur = BlurEstimator.Open(PathOf(DeblurModelLocator.Blur), sessions, CancellationToken.None);
        Bridge = DeblurNetwork.Open(PathOf(DeblurModelLocator.Bridge), sessions, CancellationToken.None);
    }

    /// <summary>Where they lie, under the names of the shipped ones.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("grf-networks-").FullName;

    public BlurEstimator Blur { get; }

    public DeblurNetwork Bridge { get; }

    /// <summary>Half the state and half of one less the picture: a half at the first step, where both are the same.</summary>
    public static void Half(OnnxWriter graph) => graph.Weights("half", [1], [0.5f]).Weights("minus-half", [1], [-0.5f])
        .Node("Mul", ["state", "half"], "a").Node("Mul", ["rgb", "minus-half"], "b").Node("Add", ["b", "half"], "c").Node("Add", ["a", "c"], "guess");

    public string PathOf(string name) => Path.Combine(Folder, name + ".onnx");

    public void Dispose()
    {
        Blur.Dispose();
        Bridge.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Write(string name, byte[] network, string output, string meaning, string more)
    {
        File.WriteAllBytes(PathOf(name), network);
        File.WriteAllText(Path.ChangeExtension(PathOf(name), ".card.json"), $$"""
            {
              "version": 1, "id": "{{name}}", "name": "{{name}}", "licence": "MIT",
              "input": { "name": "rgb", "size": { "rule": "own", "multipleOf": 16 }, "resampling": "area", "roundTo8Bit": false },
              "output": { "name": "{{output}}", "meaning": "{{meaning}}" }{{more}}
            }
            """);
    }
}
