using PaintDotNet.Rendering;

namespace PaintDotNet;

public readonly unsafe struct RegionPtr<T> : IEquatable<RegionPtr<T>>
    where T : unmanaged
{
    public RegionPtr(T* ptr, SizeInt32 size, int stride)
        : this(ptr, size.Width, size.Height, stride)
    {
    }

    public RegionPtr(T* ptr, int width, int height, int stride)
    {
        Ptr = ptr;
        Width = width;
        Height = height;
        Stride = stride;
    }

    public T* Ptr { get; }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    public SizeInt32 Size => new(Width, Height);

    public ref T this[int x, int y] => ref *(T*)((byte*)Ptr + ((long)y * Stride) + ((long)x * sizeof(T)));

    public void CopyTo(RegionPtr<T> dst)
    {
        if (dst.Size != Size)
            throw new ArgumentException("The regions differ in size.", nameof(dst));
        for (int y = 0; y < Height; y++)
            new ReadOnlySpan<T>((byte*)Ptr + ((long)y * Stride), Width).CopyTo(new Span<T>((byte*)dst.Ptr + ((long)y * dst.Stride), Width));
    }

    public bool Equals(RegionPtr<T> other) => Ptr == other.Ptr && (Width, Height, Stride) == (other.Width, other.Height, other.Stride);

    public override bool Equals(object? obj) => obj is RegionPtr<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine((nint)Ptr, Width, Height, Stride);
}
