namespace PaintDotNet.IndirectUI;

public sealed class TabContainerControlInfo : StatefulControlInfo<TabContainerState, TabContainerStateProperty>
{
    public TabContainerControlInfo()
    {
    }

    public TabPageControlInfo AddTab(TabPageControlInfo controlInfo) => Add(controlInfo);

    public override ControlInfo Clone() => WithChildren(new TabContainerControlInfo());
}
