namespace PaintDotNet.IndirectUI;

public enum WindowHelpContentType
{
    None = 0,
    PlainText = 1,
    CustomViaCallback = 2,
}
