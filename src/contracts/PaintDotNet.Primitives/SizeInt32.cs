namespace PaintDotNet.Rendering;

public struct SizeInt32 : IEquatable<SizeInt32>
{
    public SizeInt32(int width, int height)
    {
        Width = width;
        Height = height;
    }

    public int Width { readonly get; set; }

    public int Height { readonly get; set; }

    public static bool operator ==(SizeInt32 lhs, SizeInt32 rhs) => lhs.Equals(rhs);

    public static bool operator !=(SizeInt32 lhs, SizeInt32 rhs) => !lhs.Equals(rhs);

    public readonly bool Equals(SizeInt32 other) => (Width, Height) == (other.Width, other.Height);

    public override readonly bool Equals(object? obj) => obj is SizeInt32 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Width, Height);
}
