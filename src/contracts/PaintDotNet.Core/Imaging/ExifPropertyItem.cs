namespace PaintDotNet.Imaging;

public sealed class ExifPropertyItem
{
    internal ExifPropertyItem(ExifPropertyPath path, ExifValue value)
    {
        Path = path;
        Value = value;
    }

    public ExifPropertyPath Path { get; }

    public ExifValue Value { get; }
}
