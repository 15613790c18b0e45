namespace PaintDotNet.IndirectUI;

public sealed class TabPageControlInfo : ControlInfo
{
    public TabPageControlInfo()
    {
    }

    public string? Text { get; set; }

    public T AddChildControl<T>(T controlInfo)
        where T : ControlInfo => Add(controlInfo);

    public override ControlInfo Clone() => WithChildren(new TabPageControlInfo { Text = Text });
}
