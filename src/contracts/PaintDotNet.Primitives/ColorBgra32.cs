using System.Runtime.InteropServices;

namespace PaintDotNet.Imaging;

[StructLayout(LayoutKind.Sequential, Size = 4)]
public struct ColorBgra32 : INaturalPixelInfo<ColorBgra32>
{
    private byte _b;
    private byte _g;
    private byte _r;
    private byte _a;

    public ColorBgra32(byte b, byte g, byte r, byte a)
    {
        _b = b;
        _g = g;
        _r = r;
        _a = a;
    }

    public ColorBgra32(uint bgra)
        : this((byte)bgra, (byte)(bgra >> 8), (byte)(bgra >> 16), (byte)(bgra >> 24))
    {
    }

    public byte B
    {
        readonly get => _b;
        set => _b = value;
    }

    public byte G
    {
        readonly get => _g;
        set => _g = value;
    }

    public byte R
    {
        readonly get => _r;
        set => _r = value;
    }

    public byte A
    {
        readonly get => _a;
        set => _a = value;
    }

    public uint Bgra
    {
        readonly get => _b | ((uint)_g << 8) | ((uint)_r << 16) | ((uint)_a << 24);
        set => this = new(value);
    }

    readonly int INaturalPixelInfo.BytesPerPixel => 4;

    public readonly bool Equals(ColorBgra32 other) => Bgra == other.Bgra;

    public override readonly bool Equals(object? obj) => obj is ColorBgra32 other && Equals(other);

    public override readonly int GetHashCode() => (int)Bgra;
}
