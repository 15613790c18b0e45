namespace PaintDotNet.IndirectUI;

public sealed class TabContainerState
{
    internal TabContainerState()
    {
    }
}
