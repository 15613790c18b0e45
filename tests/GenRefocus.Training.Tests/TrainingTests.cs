using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Inference;
using GenRefocus.Vision.Tests;

namespace GenRefocus.Vision.Training.Tests;

/// <summary>Runs the commands of models/training for a few steps on the repository's own samples, and the networks that come out of them.</summary>
public sealed class TrainingTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly string? Missing = WhatIsMissing();

    private readonly string _folder = Directory.CreateTempSubdirectory("genrefocus-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("depth")]
    [InlineData("subject")]
    public void A_network_learns_goes_on_where_it_stopped_and_is_exported_as_it_is(string name)
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        Train(name);
        Run("export", name, "--folder", _folder);
        CheckExported(name, new() { ["rgb"] = "input" }, "output", name == "depth" ? CardMeaning.Disparity : CardMeaning.Mask, name == "depth" ? 8_000_000 : 6_000_000);
    }

    [Fact]
    public void The_deblurring_learns_goes_on_where_it_stopped_and_is_exported_as_it_is()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        Train("deblur");
        Run("export_deblur", "--folder", _folder);
        Assert.Null(CheckExported("blur", Same("rgb"), "radius", CardMeaning.BlurRadius, 1_000_000).Bridge);
        Assert.Equal("radius", CheckExported("deblurnet", Same("state", "rgb", "radius", "time"), "sharp", CardMeaning.Picture, 12_000_000).Bridge?.Condition);
    }

    [Fact]
    public void The_bokeh_learns_goes_on_where_it_stopped_and_is_exported_as_it_is()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        Train("bokeh");
        Run("export_bokeh", "--folder", _folder);
        Assert.Equal("condition", CheckExported("bokehnet", Same("state", "rgb", "condition", "time"), "refined", CardMeaning.Picture, 6_000_000).Bridge?.Condition);
    }

    /// <summary>Trains in two runs and checks that the loss falls.</summary>
    private void Train(string name)
    {
        // PyTorch's threads wait for each other in a loop: on a machine that is busy two take many times as long as one.
        string[] small = ["--small", "--threads", "1", "--log-every", "4", "--folder", _folder];
        Run($"train_{name}", [.. small, "--steps", "12"]);
        Run($"train_{name}", [.. small, "--steps", "20"]);
        (int Step, double Loss)[] log = [.. File.ReadLines(Path.Combine(_folder, "log.jsonl")).Select(Line)];
        Assert.Equal([4, 8, 12, 16, 20], log.Select(line => line.Step));
        Assert.True(log[^1].Loss < log[0].Loss, $"The loss went from {log[0].Loss} to {log[^1].Loss}.");
    }

    /// <summary>Compares an exported network with what PyTorch made of the same inputs.</summary>
    /// <param name="name">The network's.</param>
    /// <param name="inputs">Names of its inputs, and of the files that hold them.</param>
    /// <param name="result">The file that holds the output.</param>
    /// <param name="meaning">What the card must say.</param>
    /// <param name="mostBytes">Largest file.</param>
    private ModelCard CheckExported(string name, Dictionary<string, string> inputs, string result, CardMeaning meaning, long mostBytes)
    {
        string path = Path.Combine(_folder, $"{name}-compact.onnx");
        NumpyFile Check(string label) => NumpyFile.Read(Path.Combine(_folder, $"{name}-check_{label}.npy"));
        ModelTensor Tensor(string input, NumpyFile file) => new(input, file.Values, [.. file.Shape.Select(side => (long)side)]);
        ModelTensor[] tensors = [.. inputs.Select(input => Tensor(input.Key, Check(input.Value)))];
        float[] wanted = Check(result).Values, one = Infer(path, tensors, 1), two = Infer(path, tensors, 2);
        Assert.Equal(wanted.Length, one.Length);
        for (int i = 0; i < one.Length; i++)
        {
            Assert.Equal(wanted[i], one[i], 1e-4f);
            Assert.Equal(one[i], two[i], 1e-3f);
        }

        ModelCard card = ModelCardReader.ReadFor(path);
        Assert.Equal($"{name}-compact", card.Id);
        Assert.Equal(meaning, card.Output.Meaning);
        Assert.InRange(new FileInfo(path).Length, 100_000, mostBytes);
        return card;
    }

    private static Dictionary<string, string> Same(params string[] names) => names.ToDictionary(name => name);

    private static float[] Infer(string path, ModelTensor[] inputs, int threads)
    {
        InferenceSessionFactory sessions = new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = threads });
        using OnnxModel model = sessions.Open(path, Token);
        return model.Run(inputs, model.Outputs[0].Name, Token).Values;
    }

    private static (int Step, double Loss) Line(string json)
    {
        using JsonDocument line = JsonDocument.Parse(json);
        return (line.RootElement.GetProperty("step").GetInt32(), line.RootElement.GetProperty("loss").GetDouble());
    }

    private static void Run(string module, params string[] args)
    {
        ProcessStartInfo start = new(Python, ["-m", $"genrefocus_training.{module}", .. args])
        {
            WorkingDirectory = TrainingFolder(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Token), error = process.StandardError.ReadToEndAsync(Token);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{module} ended with {process.ExitCode}:\n{output.Result}\n{error.Result}");
    }

    private static string? WhatIsMissing()
    {
        if (!File.Exists(Python))
            return $"{Python} is not there";
        using Process process = Process.Start(new ProcessStartInfo(Python, ["-c", "import torch, onnx, cv2"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "Python's torch, onnx and OpenCV are not installed (Debian: python3-torch python3-onnx python3-opencv)";
    }

    private static string TrainingFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GenRefocus.sln")))
            folder = Path.GetDirectoryName(folder);
        Assert.NotNull(folder);
        return Path.Combine(folder, "models", "training");
    }
}
