namespace PaintDotNet.Imaging;

public readonly struct ExifPropertyPath : IEquatable<ExifPropertyPath>
{
    public ExifPropertyPath(ExifSection section, ushort tagID)
    {
        Section = section;
        TagID = tagID;
    }

    public ExifSection Section { get; }

    public ushort TagID { get; }

    public bool Equals(ExifPropertyPath other) => (Section, TagID) == (other.Section, other.TagID);

    public override bool Equals(object? obj) => obj is ExifPropertyPath other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Section, TagID);
}
