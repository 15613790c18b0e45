namespace GenRefocus.Inference.Tests;

public sealed class ProviderChooserTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "genrefocus-" + Guid.NewGuid().ToString("N"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_cpu_is_used_unchecked_when_it_is_asked_for()
    {
        var device = new FakeAccelerator();
        ProviderDecision decision = Choose(device, ExecutionProvider.Cpu);
        Assert.Equal((ExecutionProvider.Cpu, false), (decision.Provider, decision.IsFallback));
        Assert.Equal(0, device.Runs);
    }

    [Theory]
    [InlineData(ExecutionProvider.Auto, false)]
    [InlineData(ExecutionProvider.DirectML, true)]
    public void Without_a_device_the_cpu_computes_and_says_why(ExecutionProvider wanted, bool fallback)
    {
        ProviderDecision decision = Choose(new FakeAccelerator { WhyAbsent = "DirectML exists on Windows only." }, wanted);
        Assert.Equal(new ProviderDecision(ExecutionProvider.Cpu, "The processor computes. DirectML exists on Windows only.", fallback), decision);
    }

    [Fact]
    public void A_right_device_is_used()
    {
        Assert.Equal(ExecutionProvider.DirectML, Choose(new FakeAccelerator(), ExecutionProvider.Auto).Provider);
    }

    [Fact]
    public void A_wrong_device_is_not_used_even_when_it_was_asked_for()
    {
        ProviderDecision decision = Choose(new FakeAccelerator { Answer = Garbage }, ExecutionProvider.DirectML);
        Assert.Equal((ExecutionProvider.Cpu, true), (decision.Provider, decision.IsFallback));
        Assert.Contains("wrong numbers", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_is_kept_for_the_next_process()
    {
        var device = new FakeAccelerator { Answer = Garbage };
        ProviderDecision first = Choose(device, ExecutionProvider.Auto);
        ProviderDecision second = Choose(device, ExecutionProvider.Auto);
        Assert.Equal(first, second);
        Assert.Equal(1, device.Runs);
    }

    [Fact]
    public void A_device_that_could_not_be_opened_is_tried_again_by_the_next_process()
    {
        var device = new FakeAccelerator { Answer = (_, _) => throw new InvalidOperationException("887A0004") };
        ProviderDecision first = Choose(device, ExecutionProvider.Auto);
        Assert.Equal((ExecutionProvider.Cpu, true), (first.Provider, first.IsFallback));
        Assert.Contains("887A0004", first.Reason, StringComparison.Ordinal);
        device.Answer = OrtRuntime.RunOnCpu;
        Assert.Equal(ExecutionProvider.DirectML, Choose(device, ExecutionProvider.Auto).Provider);
    }

    [Fact]
    public void Another_driver_is_checked_anew()
    {
        var device = new FakeAccelerator();
        Choose(device, ExecutionProvider.Auto);
        device.Identity = "Adapter 1.1; ONNX Runtime 1.30.0";
        Choose(device, ExecutionProvider.Auto);
        Assert.Equal(2, device.Runs);
    }

    [Fact]
    public void A_check_that_took_the_process_down_counts_as_failed_next_time()
    {
        var device = new FakeAccelerator();
        SelfCheckVerdict? during = null;
        var crashing = new FakeAccelerator
        {
            Answer = (model, input) =>
            {
                during = new SelfCheckCache(_folder).Find(device.Identity);
                return OrtRuntime.RunOnCpu(model, input);
            },
        };
        Choose(crashing, ExecutionProvider.Auto);
        Assert.Equal(ProviderChooser.Unfinished, during);
    }

    [Fact]
    public void A_cancelled_check_leaves_no_verdict()
    {
        using var source = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var device = new FakeAccelerator
        {
            Answer = (_, _) =>
            {
                source.Cancel();
                never.Wait(CancellationToken.None);
                return [];
            },
        };
        Assert.Throws<OperationCanceledException>(() => Chooser(device).Choose(ExecutionProvider.Auto, Limit, source.Token));
        never.Set();
        Assert.Null(new SelfCheckCache(_folder).Find(device.Identity));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "identity": "something else", "passed": true, "reason": "" }""")]
    [InlineData("""{ "passed": true }""")]
    public void A_broken_cache_file_is_no_verdict(string content)
    {
        var device = new FakeAccelerator { Answer = Garbage };
        Choose(device, ExecutionProvider.Auto);
        File.WriteAllText(Directory.GetFiles(_folder).Single(), content);
        Assert.Equal(ExecutionProvider.Cpu, Choose(device, ExecutionProvider.Auto).Provider);
        Assert.Equal(2, device.Runs);
    }

    [Fact]
    public void A_cache_folder_that_cannot_exist_does_no_harm()
    {
        File.WriteAllText(_folder + ".file", string.Empty);
        try
        {
            var chooser = new ProviderChooser(new FakeAccelerator(), OrtRuntime.RunOnCpu, new SelfCheckCache(Path.Combine(_folder + ".file", "cache")));
            Assert.Equal(ExecutionProvider.DirectML, chooser.Choose(ExecutionProvider.Auto, Limit, Token).Provider);
        }
        finally
        {
            File.Delete(_folder + ".file");
        }
    }

    private ProviderDecision Choose(FakeAccelerator device, ExecutionProvider wanted) => Chooser(device).Choose(wanted, Limit, Token);

    private ProviderChooser Chooser(FakeAccelerator device) => new(device, OrtRuntime.RunOnCpu, new SelfCheckCache(_folder));

    private static float[] Garbage(byte[] model, ModelTensor input) => new float[8 * 64 * 32];
}
