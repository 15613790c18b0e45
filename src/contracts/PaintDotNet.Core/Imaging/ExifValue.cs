namespace PaintDotNet.Imaging;

public sealed class ExifValue
{
    public ExifValue(ExifValueType type, byte[] data)
    {
        Type = type;
        Data = [.. data];
    }

    public IReadOnlyList<byte> Data { get; }

    public ExifValueType Type { get; }
}
