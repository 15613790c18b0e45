namespace PaintDotNet.Rendering;

public struct Vector2Double : IEquatable<Vector2Double>
{
    public Vector2Double(double x, double y)
    {
        X = x;
        Y = y;
    }

    public Vector2Double(double xy)
        : this(xy, xy)
    {
    }

    public double X { readonly get; set; }

    public double Y { readonly get; set; }

    public readonly bool Equals(Vector2Double other) => (X, Y) == (other.X, other.Y);

    public override readonly bool Equals(object? obj) => obj is Vector2Double other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);
}
