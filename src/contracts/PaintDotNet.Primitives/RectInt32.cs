namespace PaintDotNet.Rendering;

public struct RectInt32 : IEquatable<RectInt32>
{
    public RectInt32(int x, int y, int width, int height)
    {
        X = x;
        Y = y;
        Width = width;
        Height = height;
    }

    public RectInt32(Point2Int32 location, SizeInt32 size)
        : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    public int X { readonly get; set; }

    public int Y { readonly get; set; }

    public int Width { readonly get; set; }

    public int Height { readonly get; set; }

    public readonly int Left => X;

    public readonly int Top => Y;

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public readonly bool HasArea => Width > 0 && Height > 0;

    public readonly bool IsEmpty => !HasArea;

    public Point2Int32 Location
    {
        get => new(X, Y);
        set
        {
            X = value.X;
            Y = value.Y;
        }
    }

    public SizeInt32 Size
    {
        readonly get => new(Width, Height);
        set
        {
            Width = value.Width;
            Height = value.Height;
        }
    }

    public static RectInt32 Intersect(RectInt32 a, RectInt32 b)
    {
        int left = Math.Max(a.Left, b.Left), top = Math.Max(a.Top, b.Top);
        int right = Math.Min(a.Right, b.Right), bottom = Math.Min(a.Bottom, b.Bottom);
        return right > left && bottom > top ? new(left, top, right - left, bottom - top) : default;
    }

    public readonly bool Equals(RectInt32 other) => (X, Y, Width, Height) == (other.X, other.Y, other.Width, other.Height);

    public override readonly bool Equals(object? obj) => obj is RectInt32 other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Width, Height);
}
