namespace GenRefocus.Inference.Tests;

public sealed class OnnxModelTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"genrefocus-{Guid.NewGuid():N}.onnx");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_missing_file_is_reported_as_missing()
    {
        ModelMissingException error = Assert.Throws<ModelMissingException>(() => Open(_path));
        Assert.Equal(_path, error.Path);
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3, 4, 5 })]
    public void A_broken_file_is_reported_as_broken(byte[] content)
    {
        File.WriteAllBytes(_path, content);
        ModelInvalidException error = Assert.Throws<ModelInvalidException>(() => Open(_path));
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_reported_as_broken()
    {
        byte[] whole = SelfCheckModel.Load();
        File.WriteAllBytes(_path, whole[..(whole.Length / 2)]);
        Assert.Throws<ModelInvalidException>(() => Open(_path));
    }

    [Fact]
    public void Inputs_and_outputs_are_listed_with_their_shapes()
    {
        using OnnxModel model = Doubling([1, -1, 4]);
        Assert.Equal("'x' (1 × any × 4)", model.Inputs.Single().ToString());
        Assert.Equal("y", model.Outputs.Single().Name);
        Assert.Equal(ExecutionProvider.Cpu, model.Provider);
    }

    [Fact]
    public void A_run_returns_values_and_shape()
    {
        using OnnxModel model = Doubling([1, -1, 2]);
        ModelTensor y = model.Run([new ModelTensor("x", [1, 2, 3, 4], [1, 2, 2])], "y", Token);
        Assert.Equal([2, 4, 6, 8], y.Values);
        Assert.Equal([1, 2, 2], y.Shape);
    }

    [Fact]
    public void Wrong_names_and_shapes_are_refused_by_name()
    {
        using OnnxModel model = Doubling([1, -1, 2]);
        var shape = Assert.Throws<ArgumentException>(() => model.Run([new ModelTensor("x", [1, 2, 3], [1, 1, 3])], "y", Token));
        Assert.Contains("'x' (1 × any × 2)", shape.Message, StringComparison.Ordinal);
        var input = Assert.Throws<ArgumentException>(() => model.Run([new ModelTensor("z", [1, 2], [1, 1, 2])], "y", Token));
        Assert.Contains("'x'", input.Message, StringComparison.Ordinal);
        var output = Assert.Throws<ModelInvalidException>(() => model.Run([new ModelTensor("x", [1, 2], [1, 1, 2])], "depth", Token));
        Assert.Contains("'depth'", output.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_numbers_than_floats_are_refused()
    {
        const int Float16 = 10;
        File.WriteAllBytes(_path, new OnnxWriter().Node("Relu", ["x"], "y").Build("x", [2], "y", [2], Float16));
        using OnnxModel model = Open(_path);
        var error = Assert.Throws<ModelInvalidException>(() => model.Run([new ModelTensor("x", [1, 2], [2])], "y", Token));
        Assert.Contains("32-bit floats", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_inside_the_network_is_reported()
    {
        // 4 columns cannot be multiplied by 3 rows; with free sizes only the run finds out.
        File.WriteAllBytes(_path, new OnnxWriter().Weights("w", [3, 2], new float[6]).Node("MatMul", ["x", "w"], "y").Build("x", [-1, -1], "y", [-1, 2]));
        using OnnxModel model = Open(_path);
        ModelRunException error = Assert.Throws<ModelRunException>(() => model.Run([new ModelTensor("x", new float[4], [1, 4])], "y", Token));
        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_network_is_stopped_by_the_token()
    {
        const int Side = 512;
        var writer = new OnnxWriter().Weights("w", [Side, Side], new float[Side * Side]);
        string last = "x";
        for (int i = 0; i < 4000; i++)
        {
            string next = $"n{i}";
            writer.Node("MatMul", [last, "w"], next);
            last = next;
        }

        File.WriteAllBytes(_path, writer.Build("x", [Side, Side], last, [Side, Side]));
        using OnnxModel model = Open(_path);
        using var source = new CancellationTokenSource();
        Task run = Task.Run(() => model.Run([new ModelTensor("x", new float[Side * Side], [Side, Side])], last, source.Token), Token);
        await Task.Delay(100, Token);
        Assert.False(run.IsCompleted, "The network is too small to be cancelled while it runs.");
        await source.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public void A_cancelled_token_stops_the_run_before_it_starts()
    {
        using OnnxModel model = Doubling([2]);
        Assert.Throws<OperationCanceledException>(() => model.Run([new ModelTensor("x", [1, 2], [2])], "y", new CancellationToken(true)));
    }

    [Fact]
    public void A_factory_without_threads_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceSessionFactory(new InferenceOptions { Threads = 0 }));
    }

    [Fact]
    public void The_factory_says_why_the_processor_computes()
    {
        var factory = new InferenceSessionFactory(new InferenceOptions(), new FakeAccelerator { WhyAbsent = "There is no graphics card." });
        Assert.Equal("The processor computes. There is no graphics card.", factory.Decide(Token).Reason);
    }

    [Fact]
    public void A_session_that_the_device_cannot_open_is_opened_on_the_processor()
    {
        // The device passes its check, but this platform's runtime has no DirectML to open a session with.
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a runtime without DirectML");
        File.WriteAllBytes(_path, SelfCheckModel.Load());
        using OnnxModel model = new InferenceSessionFactory(new InferenceOptions(), new FakeAccelerator()).Open(_path, Token);
        Assert.Equal(ExecutionProvider.Cpu, model.Provider);
    }

    private OnnxModel Doubling(long[] shape)
    {
        File.WriteAllBytes(_path, new OnnxWriter().Node("Add", ["x", "x"], "y").Build("x", shape, "y", shape));
        return Open(_path);
    }

    private static OnnxModel Open(string path) =>
        new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 2 }).Open(path, Token);
}
