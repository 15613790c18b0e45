using GenRefocus.Settings;
using PaintDotNet.PropertySystem;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>Makes the properties of the dialog and the rules that set them read-only.</summary>
internal static class PropertyBuilder
{
    /// <summary>Makes them.</summary>
    public static PropertyCollection Build() => new(ControlTable.All.Select(Make), Rules());

    private static Property Make(DialogControl control) => control switch
    {
        SettingControl setting => Make(setting),
        SwitchControl => new BooleanProperty(control.Name, true),
        FocusOnControl => new StaticListChoiceProperty(control.Name, [.. FocusOnControl.Choices], 0),
        FocusPointControl => new DoubleVectorProperty(control.Name, new Vector2Double(0, 0), new Vector2Double(-1, -1), new Vector2Double(1, 1)),
        _ => throw new InvalidOperationException($"{control.Name} is of no known kind."),
    };

    private static Property Make(SettingControl control)
    {
        bool readOnly = !control.IsAvailable;
        switch (control.Member)
        {
            case NumberSetting number:
                return new DoubleProperty(control.Name, control.Default!.Value.Number, number.Min, number.Max, readOnly);
            case IntegerSetting integer:
                return new Int32Property(control.Name, (int)control.Default!.Value.Integer, (int)integer.Min, (int)integer.Max, readOnly);
            case ChoiceSetting choice:
                string[] choices = [.. ControlTable.Choices(choice)];
                return new StaticListChoiceProperty(control.Name, [.. choices], Array.IndexOf(choices, control.Default!.Value.Text), readOnly);
            case TextSetting text:
                return new StringProperty(control.Name, "", text.MaxLength, readOnly);
            default:
                throw new InvalidOperationException($"{control.Path} is of a kind that has no control.");
        }
    }

    private static IEnumerable<PropertyCollectionRule> Rules()
    {
        foreach (ChoiceCondition condition in ControlTable.Conditions)
            yield return new ReadOnlyBoundToValueRule<object, StaticListChoiceProperty>((object)condition.Target, condition.Source, [.. condition.Choices], inverse: true);
        foreach ((RefocusProperty target, RefocusProperty source) in ControlTable.SilentAtZero)
            yield return new ReadOnlyBoundToValueRule<double, DoubleProperty>((object)target, source, 0.0);
    }
}
