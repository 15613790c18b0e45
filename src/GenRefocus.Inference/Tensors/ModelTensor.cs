namespace GenRefocus.Inference;

/// <summary>A named tensor of 32-bit floats, stored row by row with the last size running fastest.</summary>
public sealed class ModelTensor
{
    /// <summary>Wraps values; the array is not copied.</summary>
    /// <param name="name">The network's name for it.</param>
    /// <param name="values">As many values as the shape says.</param>
    /// <param name="shape">Sizes, outermost first, each 1 or more.</param>
    /// <exception cref="ArgumentException">The number of values is not the product of the sizes.</exception>
    public ModelTensor(string name, float[] values, IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Any(side => side < 1) || shape.Aggregate((Int128)1, (product, side) => product * side) != values.Length)
            throw new ArgumentException($"{values.Length} values do not make a tensor of {string.Join(" × ", shape)}.", nameof(shape));
        Name = name;
        Values = values;
        Shape = shape;
    }

    /// <summary>The network's name for it.</summary>
    public string Name { get; }

    /// <summary>The values themselves, not a copy.</summary>
    public float[] Values { get; }

    /// <summary>Sizes, outermost first.</summary>
    public IReadOnlyList<long> Shape { get; }
}
