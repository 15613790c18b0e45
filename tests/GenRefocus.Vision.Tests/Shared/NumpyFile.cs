using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace GenRefocus.Vision.Tests;

/// <summary>A NumPy array file (.npy, version 1) of bytes or 32-bit floats.</summary>
internal sealed partial class NumpyFile
{
    private NumpyFile(int[] shape, float[] values)
    {
        Shape = shape;
        Values = values;
    }

    public int[] Shape { get; }

    public float[] Values { get; }

    public static NumpyFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int header = BitConverter.ToUInt16(bytes, 8);
        string text = Encoding.ASCII.GetString(bytes, 10, header);
        Assert.Contains("'fortran_order': False", text, StringComparison.Ordinal);
        int[] shape = [.. ShapePattern().Match(text).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(side => int.Parse(side, CultureInfo.InvariantCulture))];
        byte[] data = bytes[(10 + header)..];
        bool isBytes = text.Contains("|u1", StringComparison.Ordinal);
        return new NumpyFile(shape, isBytes ? [.. data.Select(b => (float)b)] : MemoryMarshal.Cast<byte, float>(data).ToArray());
    }

    [GeneratedRegex(@"'shape': \(([^)]*)\)")]
    private static partial Regex ShapePattern();
}
