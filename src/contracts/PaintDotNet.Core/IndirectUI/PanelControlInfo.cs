namespace PaintDotNet.IndirectUI;

public sealed class PanelControlInfo : ControlInfo
{
    public PanelControlInfo()
    {
    }

    public T AddChildControl<T>(T controlInfo)
        where T : ControlInfo => Add(controlInfo);

    public override ControlInfo Clone() => WithChildren(new PanelControlInfo());
}
