using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

public abstract class ControlInfo : ICloneable
{
    private readonly List<ControlInfo> _children = [];

    internal ControlInfo()
    {
    }

    public IReadOnlyList<ControlInfo> ChildControls => _children;

    public static ControlInfo CreateDefaultConfigUI(IEnumerable<Property> properties)
    {
        PanelControlInfo panel = new();
        foreach (Property property in properties)
            panel.AddChildControl(PropertyControlInfo.CreateFor(property));
        return panel;
    }

    public abstract ControlInfo Clone();

    object ICloneable.Clone() => Clone();

    public PropertyControlInfo? FindControlForPropertyName(object propertyName)
    {
        if (this is PropertyControlInfo own && own.Property.Name == propertyName.ToString())
            return own;
        return _children.Select(child => child.FindControlForPropertyName(propertyName)).FirstOrDefault(found => found is not null);
    }

    public bool SetPropertyControlType(object propertyName, PropertyControlType newControlType)
    {
        if (FindControlForPropertyName(propertyName) is not { } control)
            return false;
        control.ControlType.Value = newControlType;
        return true;
    }

    public bool SetPropertyControlValue(object propertyName, object controlPropertyName, object? propertyValue)
    {
        if (FindControlForPropertyName(propertyName) is not { } control)
            return false;
        control.Settings[(ControlInfoPropertyNames)controlPropertyName] = propertyValue;
        return true;
    }

    internal T Add<T>(T child)
        where T : ControlInfo
    {
        _children.Add(child);
        return child;
    }

    private protected T WithChildren<T>(T clone)
        where T : ControlInfo
    {
        foreach (ControlInfo child in _children)
            clone.Add(child.Clone());
        return clone;
    }
}
