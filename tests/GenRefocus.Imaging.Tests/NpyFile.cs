using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace GenRefocus.Imaging.Tests;

/// <summary>Reads numpy arrays of bytes and floats in C order.</summary>
internal static partial class NpyFile
{
    public static (float[] Values, int[] Shape) Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int headerLength = BitConverter.ToUInt16(bytes, 8);
        string header = Encoding.ASCII.GetString(bytes, 10, headerLength);
        int[] shape = [.. Shape().Match(header).Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        ReadOnlySpan<byte> data = bytes.AsSpan(10 + headerLength);
        return header.Contains("|u1", StringComparison.Ordinal)
            ? ([.. data.ToArray().Select(b => (float)b)], shape)
            : (MemoryMarshal.Cast<byte, float>(data).ToArray(), shape);
    }

    [GeneratedRegex(@"'shape':\s*\(([^)]*)\)")]
    private static partial Regex Shape();
}
