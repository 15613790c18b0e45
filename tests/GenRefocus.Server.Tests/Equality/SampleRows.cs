using System.Runtime.InteropServices;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests.Equality;

/// <summary>The samples of integer planes, padding left out.</summary>
internal static class SampleRows
{
    public static ushort[] Flatten(PlaneInfo plane, byte[] bytes)
    {
        List<ushort> all = [];
        for (int y = 0; y < plane.Height; y++)
        {
            ReadOnlySpan<byte> row = bytes.AsSpan(y * plane.Stride, plane.RowBytes);
            if (plane.Format != PlaneFormat.U8)
                all.AddRange(MemoryMarshal.Cast<byte, ushort>(row));
            else
                foreach (byte value in row)
                    all.Add(value);
        }

        return [.. all];
    }
}
