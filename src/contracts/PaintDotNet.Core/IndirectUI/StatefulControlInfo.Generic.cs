namespace PaintDotNet.IndirectUI;

public abstract class StatefulControlInfo<TState, TStateProperty> : ControlInfo
{
    internal StatefulControlInfo()
    {
    }
}
