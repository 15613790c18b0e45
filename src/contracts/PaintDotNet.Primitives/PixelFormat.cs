namespace PaintDotNet.Imaging;

public readonly struct PixelFormat : IEquatable<PixelFormat>
{
    internal PixelFormat(string guid) => Guid = new Guid(guid);

    public Guid Guid { get; }

    public static bool operator ==(in PixelFormat a, in PixelFormat b) => a.Guid == b.Guid;

    public static bool operator !=(in PixelFormat a, in PixelFormat b) => a.Guid != b.Guid;

    public bool Equals(PixelFormat other) => Guid == other.Guid;

    public override bool Equals(object? obj) => obj is PixelFormat other && Equals(other);

    public override int GetHashCode() => Guid.GetHashCode();
}
