using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>Pixels of a layer, blue first, that do not move.</summary>
internal sealed class HostPixels(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public int Stride => Width * 4;

    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(checked(width * height * 4), pinned: true);

    public Span<uint> Colours => MemoryMarshal.Cast<byte, uint>(Bytes.AsSpan());

    public SizeInt32 Size => new(Width, Height);

    /// <summary>Smooth colours with edges and noise, so that no two neighbourhoods are alike; <paramref name="isTransparent"/> for alpha of every value.</summary>
    public static HostPixels Make(int width, int height, int seed, bool isTransparent = false)
    {
        HostPixels pixels = new(width, height);
        Random random = new(seed);
        Span<uint> colours = pixels.Colours;
        for (int i = 0; i < colours.Length; i++)
        {
            int x = i % width, y = i / width;
            uint noise = (uint)random.Next(32), alpha = isTransparent ? (uint)((x + y) % 256) : 255;
            uint blue = ((uint)(x * 200 / width)) + noise, green = ((uint)(y * 200 / height)) + noise, red = ((uint)((x / 24) + (y / 24)) % 2 * 180) + noise;
            colours[i] = blue | (green << 8) | (red << 16) | (alpha << 24);
        }

        return pixels;
    }

    public unsafe void* At(int x, int y) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Bytes)) + ((long)y * Stride) + ((long)x * 4);
}
