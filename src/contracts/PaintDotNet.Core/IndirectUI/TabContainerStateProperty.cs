namespace PaintDotNet.IndirectUI;

public sealed class TabContainerStateProperty
{
    internal TabContainerStateProperty()
    {
    }
}
