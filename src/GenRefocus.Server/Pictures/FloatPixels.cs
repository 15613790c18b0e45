using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>Rows of floats to linear light and back.</summary>
internal static class FloatPixels
{
    private const float White = 1;

    /// <summary>Decodes a row; what is not finite counts as 0.</summary>
    public static void Decode(PlaneInfo layout, ReadOnlySpan<byte> row, Span<Vector4> pixels)
    {
        int channels = layout.Channels;
        for (int x = 0; x < pixels.Length; x++)
        {
            int first = x * channels;
            float red = Light(layout, row, first);
            Vector4 pixel = layout.Colours == 1 ? new Vector4(red, red, red, 1) : new Vector4(red, Light(layout, row, first + 1), Light(layout, row, first + 2), 1);
            if (layout.Alpha != AlphaKind.None)
            {
                float alpha = Math.Clamp(Sample(layout, row, first + channels - 1), 0, 1);
                pixel = layout.Alpha == AlphaKind.Straight ? pixel * alpha : pixel with { W = alpha };
            }

            pixels[x] = pixel;
        }
    }

    /// <summary>Encodes a row.</summary>
    public static void Encode(PlaneInfo layout, ReadOnlySpan<Vector4> pixels, Span<byte> row)
    {
        bool encodes = layout.Transfer == PlaneTransfer.Srgb;
        int channels = layout.Channels, colours = layout.Colours;
        for (int x = 0; x < pixels.Length; x++)
        {
            Vector4 pixel = pixels[x];
            float alpha = Math.Clamp(pixel.W, 0, 1);
            if (layout.Alpha == AlphaKind.None)
                pixel += new Vector4((1 - alpha) * White);
            else if (layout.Alpha == AlphaKind.Straight)
                pixel = alpha == 0 ? Vector4.Zero : pixel / pixel.W;
            for (int c = 0; c < colours; c++)
                Store(layout, row, (x * channels) + c, encodes ? (float)SrgbTransfer.FromLinear(pixel[c]) : pixel[c]);
            if (layout.Alpha != AlphaKind.None)
                Store(layout, row, (x * channels) + colours, alpha);
        }
    }

    private static float Light(PlaneInfo layout, ReadOnlySpan<byte> row, int index)
    {
        float value = Sample(layout, row, index);
        return layout.Transfer == PlaneTransfer.Srgb ? (float)SrgbTransfer.ToLinear(value) : value;
    }

    private static float Sample(PlaneInfo layout, ReadOnlySpan<byte> row, int index)
    {
        float value = layout.Format == PlaneFormat.F16 ? (float)MemoryMarshal.Cast<byte, Half>(row)[index] : MemoryMarshal.Cast<byte, float>(row)[index];
        return float.IsFinite(value) ? value : 0;
    }

    private static void Store(PlaneInfo layout, Span<byte> row, int index, float value)
    {
        if (layout.Format == PlaneFormat.F16)
            MemoryMarshal.Cast<byte, Half>(row)[index] = (Half)value;
        else
            MemoryMarshal.Cast<byte, float>(row)[index] = value;
    }
}
