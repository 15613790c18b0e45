using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Diffusion;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>
/// Noise as a good camera has it. A sharp picture that is its own truth would be infinitely good; with this it stands at about 42 dB, and what a network does to it can be
/// told in decibels.
/// </summary>
internal static class SensorNoise
{
    /// <summary>Deviation in steps of 8-bit sRGB.</summary>
    public const float Deviation = 2;

    private const int Channels = 4, Colours = 3;

    /// <summary>Adds noise to an opaque picture and rounds it to 8 bits; the same picture gets the same noise.</summary>
    /// <param name="picture">The picture; it is changed.</param>
    public static void Add(LinearImage picture)
    {
        byte[] codes = new byte[Channels * picture.Width];
        float[] noise = new float[picture.Width];
        for (int y = 0; y < picture.Height; y++)
        {
            Span<float> row = MemoryMarshal.Cast<Vector4, float>(picture.Row(y));
            SrgbTransfer.Encode8(row, codes);
            for (int channel = 0; channel < Colours; channel++)
            {
                SeededNoise.Fill(0, 0, channel, 0, y, noise);
                for (int x = 0; x < noise.Length; x++)
                    codes[(Channels * x) + channel] = (byte)Math.Clamp(MathF.Round(codes[(Channels * x) + channel] + (Deviation * noise[x])), 0, byte.MaxValue);
            }

            SrgbTransfer.Decode8(codes, row);
        }
    }
}
