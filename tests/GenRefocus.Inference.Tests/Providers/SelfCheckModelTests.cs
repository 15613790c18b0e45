namespace GenRefocus.Inference.Tests;

public sealed class SelfCheckModelTests
{
    [Fact]
    public void The_embedded_network_is_what_its_writer_makes()
    {
        byte[] made = SelfCheckModelWriter.Build();
        string path = Path.Combine(AppContext.BaseDirectory, "self-check.onnx");
        File.WriteAllBytes(path, made);
        Assert.True(made.AsSpan().SequenceEqual(SelfCheckModel.Load()), $"Copy {path} to src/GenRefocus.Inference/Resources.");
    }

    [Fact]
    public void The_cpu_computes_numbers_worth_comparing()
    {
        float[] y = OrtRuntime.RunOnCpu(SelfCheckModel.Load(), SelfCheckModel.Input());
        Assert.Equal(8 * 64 * 32, y.Length);
        Assert.All(y, value => Assert.True(float.IsFinite(value)));
        float mean = y.Average();
        Assert.InRange(y.Average(v => (v - mean) * (v - mean)), 0.1f, 100);
    }
}
