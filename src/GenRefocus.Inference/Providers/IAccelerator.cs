namespace GenRefocus.Inference;

/// <summary>A device that may compute networks faster than the CPU once it has proved that it computes them right.</summary>
internal interface IAccelerator
{
    /// <summary>Why the device cannot even be tried, as a sentence; null when it can.</summary>
    string? WhyAbsent { get; }

    /// <summary>Names adapter, driver and runtime: a verdict of the self-check holds as long as this text stays the same.</summary>
    string Identity { get; }

    /// <summary>Runs a network on the device.</summary>
    /// <param name="model">The ONNX file's bytes, one input and one output.</param>
    /// <param name="input">The input.</param>
    /// <returns>The output's values.</returns>
    float[] Run(byte[] model, ModelTensor input);
}
