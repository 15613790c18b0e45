namespace GenRefocus.Inference.Tests;

/// <summary>
/// Makes src/GenRefocus.Inference/Resources/self-check.onnx. To renew it, change this class, run the tests, and copy the file that the failing test names.
/// </summary>
internal static class SelfCheckModelWriter
{
    public static byte[] Build() => new OnnxWriter()
        .Weights("w1", [8, 3, 3, 3], Noise(8 * 3 * 9, seed: 1, scale: 0.3f))
        .Weights("b1", [8], Noise(8, seed: 2, scale: 0.1f))
        .Weights("w2", [8, 8, 3, 3], Noise(8 * 8 * 9, seed: 3, scale: 0.2f))
        .Weights("m", [64, 32], Noise(64 * 32, seed: 4, scale: 0.2f))
        .Weights("a", [8, 1, 32], Noise(8 * 32, seed: 5, scale: 1))
        .Weights("scales", [4], [1, 1, 2, 2])
        .Node("Conv", ["x", "w1", "b1"], "conv1", ("pads", new long[] { 1, 1, 1, 1 }))
        .Node("Relu", ["conv1"], "relu")
        .Node("Resize", ["relu", string.Empty, "scales"], "resized", ("mode", "linear"), ("coordinate_transformation_mode", "half_pixel"))
        .Node("Conv", ["resized", "w2"], "conv2", ("pads", new long[] { 1, 1, 1, 1 }))
        .Node("MatMul", ["conv2", "m"], "product")
        .Node("Add", ["product", "a"], "y")
        .Build("x", [1, 3, 32, 32], "y", [1, 8, 64, 32]);

    /// <summary>Numbers in −scale … scale, the same on every machine.</summary>
    private static float[] Noise(int count, uint seed, float scale)
    {
        float[] values = new float[count];
        uint state = seed;
        for (int i = 0; i < count; i++)
        {
            state = (state * 1664525) + 1013904223;
            values[i] = scale * (((state >> 16) / 32767.5f) - 1);
        }

        return values;
    }
}
