namespace PaintDotNet;

public readonly struct Pair<T1, T2> : IEquatable<Pair<T1, T2>>
{
    public Pair(T1 first, T2 second)
    {
        First = first;
        Second = second;
    }

    public T1 First { get; }

    public T2 Second { get; }

    public bool Equals(Pair<T1, T2> other) => EqualityComparer<T1>.Default.Equals(First, other.First) && EqualityComparer<T2>.Default.Equals(Second, other.Second);

    public override bool Equals(object? obj) => obj is Pair<T1, T2> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(First, Second);
}
