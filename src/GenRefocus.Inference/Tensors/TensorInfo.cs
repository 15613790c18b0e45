using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace GenRefocus.Inference;

/// <summary>One input or output that a network declares.</summary>
public sealed record TensorInfo
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its sizes, outermost first; −1 = free.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Whether it is made of 32-bit floats.</summary>
    public required bool IsFloat { get; init; }

    /// <summary>Whether a tensor of this shape may be given.</summary>
    /// <param name="shape">Sizes, outermost first.</param>
    public bool Accepts(IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Count == Shape.Count && shape.Zip(Shape).All(pair => pair.Second < 0 || pair.First == pair.Second);
    }

    /// <summary>Name and shape, as <c>'rgb' (1 × 3 × 192 × 256)</c>.</summary>
    public override string ToString() => $"'{Name}' ({string.Join(" × ", Shape.Select(side => side < 0 ? "any" : $"{side}"))})";

    internal static TensorInfo From(string name, NodeMetadata metadata) => new()
    {
        Name = name,
        Shape = metadata.IsTensor ? [.. metadata.Dimensions] : [],
        IsFloat = metadata.IsTensor && metadata.ElementDataType == TensorElementType.Float,
    };
}
