using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

public sealed class PropertyControlInfo : ControlInfo
{
    private PropertyControlInfo(Property property)
    {
        Property = property;
        ControlType = StaticListChoiceProperty.CreateForEnum(ControlInfoPropertyNames.ControlType, property switch
        {
            DoubleVectorProperty => PropertyControlType.PanAndSlider,
            BooleanProperty => PropertyControlType.CheckBox,
            StringProperty => PropertyControlType.TextBox,
            StaticListChoiceProperty => PropertyControlType.DropDown,
            UriProperty => PropertyControlType.LinkLabel,
            _ => PropertyControlType.Slider,
        });
    }

    public StaticListChoiceProperty ControlType { get; }

    public Property Property { get; }

    internal Dictionary<ControlInfoPropertyNames, object?> Settings { get; private init; } = [];

    internal Dictionary<object, string> ValueNames { get; private init; } = [];

    public static PropertyControlInfo CreateFor(Property property) => new(property);

    public void SetValueDisplayName(object value, string displayName) => ValueNames[value] = displayName;

    public override ControlInfo Clone()
    {
        PropertyControlInfo clone = new(Property) { Settings = new(Settings), ValueNames = new(ValueNames) };
        clone.ControlType.Value = ControlType.Value;
        return clone;
    }
}
