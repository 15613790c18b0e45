namespace GenRefocus.Inference.Tests;

/// <summary>A device whose presence, name and answers a test chooses.</summary>
internal sealed class FakeAccelerator : IAccelerator
{
    public string? WhyAbsent { get; init; }

    public string Identity { get; set; } = "Adapter 1.0; ONNX Runtime 1.30.0";

    public Func<byte[], ModelTensor, float[]> Answer { get; set; } = OrtRuntime.RunOnCpu;

    public int Runs { get; private set; }

    public float[] Run(byte[] model, ModelTensor input)
    {
        Runs++;
        return Answer(model, input);
    }
}
