namespace PaintDotNet.Imaging;

public enum ExifSection : ushort
{
    Image = 0,
    Photo = 34665,
    GpsInfo = 34853,
    Interop = 40965,
}
