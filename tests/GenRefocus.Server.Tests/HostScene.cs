using System.Runtime.InteropServices;
using System.Text.Json;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests;

/// <summary>A picture as a host would have it, in any format, with rows that are padded.</summary>
internal static class HostScene
{
    private const int Padding = 24;

    /// <summary>Settings that blur much, without a network: the depth comes from a file.</summary>
    public static JsonElement Settings(string depthFile) => JsonDocument.Parse(
        $$"""{"version":1,"focus":{"target":"30%,40%"},"blur":{"k":12},"depth":{"source":{{JsonSerializer.Serialize(depthFile)}},"kind":"disparity"} }""").RootElement.Clone();

    public static PlaneInfo Layout(int width, int height, PlaneFormat format, int channels, AlphaKind alpha, PlaneTransfer transfer)
    {
        PlaneInfo plane = new() { Id = 1, Role = PlaneRole.Colour, Format = format, Channels = channels, Width = width, Height = height, Stride = 1, Alpha = alpha, Transfer = transfer };
        return plane with { Stride = plane.RowBytes + Padding };
    }

    /// <summary>A picture with edges, ramps and noise, the same for every format; the padding is noise too.</summary>
    public static byte[] Pixels(PlaneInfo plane, int seed)
    {
        Random random = new(seed);
        byte[] bytes = new byte[plane.ByteLength];
        random.NextBytes(bytes);
        for (int y = 0; y < plane.Height; y++)
        {
            Span<byte> row = bytes.AsSpan(y * plane.Stride, plane.RowBytes);
            for (int x = 0; x < plane.Width; x++)
            {
                double alpha = plane.Alpha == AlphaKind.None ? 1 : Math.Clamp(((x + y) % 97) / 60.0, 0, 1);
                for (int c = 0; c < plane.Channels; c++)
                {
                    bool isAlpha = plane.Alpha != AlphaKind.None && c == plane.Channels - 1;
                    double colour = (((x / 13) + (y / 11) + c) % 3 * 0.4) + (random.NextDouble() * 0.2);
                    Store(plane, row, (x * plane.Channels) + c, isAlpha ? alpha : plane.Alpha == AlphaKind.Premultiplied ? colour * alpha : colour);
                }
            }
        }

        return bytes;
    }

    /// <summary>A sample as 0 … 1.</summary>
    public static double Sample(PlaneInfo plane, ReadOnlySpan<byte> row, int index) => plane.Format switch
    {
        PlaneFormat.U8 => row[index] / 255.0,
        PlaneFormat.U16 => MemoryMarshal.Cast<byte, ushort>(row)[index] / 65535.0,
        PlaneFormat.U16Ps => MemoryMarshal.Cast<byte, ushort>(row)[index] / 32768.0,
        PlaneFormat.F16 => (double)MemoryMarshal.Cast<byte, Half>(row)[index],
        _ => MemoryMarshal.Cast<byte, float>(row)[index],
    };

    private static void Store(PlaneInfo plane, Span<byte> row, int index, double value)
    {
        switch (plane.Format)
        {
            case PlaneFormat.U8:
                row[index] = (byte)Math.Round(value * 255);
                break;
            case PlaneFormat.U16:
                MemoryMarshal.Cast<byte, ushort>(row)[index] = (ushort)Math.Round(value * 65535);
                break;
            case PlaneFormat.U16Ps:
                MemoryMarshal.Cast<byte, ushort>(row)[index] = (ushort)Math.Round(value * 32768);
                break;
            case PlaneFormat.F16:
                MemoryMarshal.Cast<byte, Half>(row)[index] = (Half)value;
                break;
            default:
                MemoryMarshal.Cast<byte, float>(row)[index] = (float)value;
                break;
        }
    }
}
