namespace GenRefocus.Inference;

/// <summary>
/// The known network of the self-check, with the operators that carry our networks: Conv 3×3 (3 → 8 channels), Relu, Resize (bilinear, ×2),
/// Conv 3×3 (8 → 8), MatMul (64 × 32 along the rows) and Add. Made by SelfCheckModelWriter in the tests.
/// </summary>
internal static class SelfCheckModel
{
    public const string InputName = "x";
    public const string OutputName = "y";
    public const int InputSide = 32;

    public static byte[] Load()
    {
        using Stream stream = typeof(SelfCheckModel).Assembly.GetManifestResourceStream("self-check.onnx")
            ?? throw new InvalidOperationException("The self-check's network is missing from the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A fixed input of shape 1 × 3 × 32 × 32 in −1 … 1 that looks like noise and is the same on every machine.</summary>
    public static ModelTensor Input()
    {
        float[] values = new float[3 * InputSide * InputSide];
        for (int i = 0; i < values.Length; i++)
            values[i] = (((uint)i * 2654435761u) >> 16) / 32767.5f - 1;
        return new ModelTensor(InputName, values, [1, 3, InputSide, InputSide]);
    }
}
