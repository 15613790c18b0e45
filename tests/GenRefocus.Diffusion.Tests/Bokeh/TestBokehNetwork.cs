using GenRefocus.Inference;
using GenRefocus.Inference.Tests;

namespace GenRefocus.Diffusion.Tests;

/// <summary>A small network of the shape of BokehNet, in a folder of its own.</summary>
internal sealed class TestBokehNetwork : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grf-bokeh-").FullName;

    /// <summary>Writes it: the guess is a share of the state, and each colour a weighted sum of the conditions.</summary>
    /// <param name="state">Share of the state.</param>
    /// <param name="weights">Weight of each condition in each colour.</param>
    /// <param name="noise">The bridge's noise scale.</param>
    /// <param name="conditions">Planes of conditions.</param>
    public TestBokehNetwork(float state, Func<int, int, float> weights, string noise = "0.05", int conditions = BokehNetwork.Conditions)
    {
        float[] flat = [.. from colour in Enumerable.Range(0, 3) from plane in Enumerable.Range(0, conditions) select weights(colour, plane)];

        // Picture and time must be used, or the runtime refuses them as inputs; here they count nothing.
        byte[] graph = new OnnxWriter().Input("state", [1, 3, -1, -1]).Input("condition", [1, conditions, -1, -1]).Input("time", [1])
            .Weights("zero", [1], [0]).Weights("share", [1], [state]).Weights("w", [3, conditions, 1, 1], flat)
            .Node("Mul", ["state", "share"], "a").Node("Conv", ["condition", "w"], "b").Node("Add", ["a", "b"], "guess")
            .Node("Mul", ["rgb", "zero"], "no-rgb").Node("Mul", ["time", "zero"], "no-time").Node("Add", ["no-rgb", "no-time"], "nothing").Node("Add", ["guess", "nothing"], "refined")
            .Build("rgb", [1, 3, -1, -1], "refined", [1, 3, -1, -1]);
        File.WriteAllBytes(Path, graph);
        File.WriteAllText(System.IO.Path.ChangeExtension(Path, ".card.json"), $$"""
            {
              "version": 1, "id": "bokeh", "name": "bokeh", "licence": "MIT",
              "input": { "name": "rgb", "size": { "rule": "own", "multipleOf": 16 }, "resampling": "area", "roundTo8Bit": false },
              "output": { "name": "refined", "meaning": "picture" },
              "bridge": { "state": "state", "condition": "condition", "time": "time", "noise": {{noise}} }
            }
            """);
    }

    public string Path => System.IO.Path.Combine(_folder, BokehModelLocator.Bridge + ".onnx");

    public BokehNetwork Open() =>
        BokehNetwork.Open(Path, new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 }), CancellationToken.None);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
