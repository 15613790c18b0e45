using System.Runtime.InteropServices;

namespace GenRefocus.Inference.Tests;

/// <summary>
/// Builds small ONNX files (opset 13, IR 7) with one output of floats. Field numbers are those of onnx.proto, version 1.12.
/// </summary>
internal sealed class OnnxWriter
{
    private const int FloatType = 1;
    private const int Int64Type = 7;

    private readonly ProtoWriter _graph = new();

    /// <summary>Adds an operator; attributes are integers, lists of integers or texts.</summary>
    public OnnxWriter Node(string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoWriter();
        foreach (string input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(3, output).Text(4, type);
        foreach ((string name, object value) in attributes)
            node.Message(5, Attribute(name, value));
        _graph.Message(1, node);
        return this;
    }

    /// <summary>Adds an input of floats beside the one that <see cref="Build"/> names.</summary>
    public OnnxWriter Input(string name, long[] shape)
    {
        _graph.Message(11, Value(name, shape, FloatType));
        return this;
    }

    public OnnxWriter Weights(string name, long[] shape, float[] values) => Initializer(name, FloatType, shape, MemoryMarshal.AsBytes<float>(values).ToArray());

    public OnnxWriter Integers(string name, long[] values) => Initializer(name, Int64Type, [values.Length], MemoryMarshal.AsBytes<long>(values).ToArray());

    /// <summary>Ends the file. Sizes below 0 are free.</summary>
    public byte[] Build(string input, long[] inputShape, string output, long[] outputShape, int elementType = FloatType)
    {
        _graph.Text(2, "graph").Message(11, Value(input, inputShape, elementType)).Message(12, Value(output, outputShape, elementType));
        return new ProtoWriter()
            .Integer(1, 7)
            .Text(2, "GenRefocus")
            .Message(7, _graph)
            .Message(8, new ProtoWriter().Text(1, string.Empty).Integer(2, 13))
            .ToArray();
    }

    private OnnxWriter Initializer(string name, int type, long[] shape, byte[] raw)
    {
        var tensor = new ProtoWriter();
        foreach (long side in shape)
            tensor.Integer(1, side);
        _graph.Message(5, tensor.Integer(2, type).Text(8, name).Bytes(9, raw));
        return this;
    }

    private static ProtoWriter Attribute(string name, object value)
    {
        ProtoWriter attribute = new ProtoWriter().Text(1, name);
        switch (value)
        {
            case long number:
                return attribute.Integer(3, number).Integer(20, 2);
            case string text:
                return attribute.Text(4, text).Integer(20, 3);
            case long[] numbers:
                foreach (long number in numbers)
                    attribute.Integer(8, number);
                return attribute.Integer(20, 7);
            default:
                throw new ArgumentException($"No attribute can hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static ProtoWriter Value(string name, long[] shape, int elementType)
    {
        var dimensions = new ProtoWriter();
        for (int i = 0; i < shape.Length; i++)
            dimensions.Message(1, shape[i] < 0 ? new ProtoWriter().Text(2, $"{name}{i}") : new ProtoWriter().Integer(1, shape[i]));
        ProtoWriter tensor = new ProtoWriter().Integer(1, elementType).Message(2, dimensions);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
