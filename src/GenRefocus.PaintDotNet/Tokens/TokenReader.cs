using GenRefocus.Settings;
using PaintDotNet.Effects;
using PaintDotNet.PropertySystem;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>Reads what a token's properties ask for.</summary>
internal static class TokenReader
{
    /// <summary>Reads a token.</summary>
    public static TokenSettings Read(PropertyBasedEffectConfigToken token)
    {
        SettingsPatch changed = ControlTable.All
            .Where(control => Applies(control.Name, token))
            .Aggregate(SettingsPatch.Empty, (patch, control) => Add(patch, control, token));
        string prompt = token.GetProperty<StringProperty>(RefocusProperty.Prompt)!.Value.Trim();
        return new TokenSettings(WithShape(changed), prompt);
    }

    private static bool Applies(RefocusProperty name, PropertyBasedEffectConfigToken token) => ControlTable.Conditions
        .Where(condition => condition.Target == name)
        .All(condition => condition.Choices.Contains((string)token.GetProperty<StaticListChoiceProperty>(condition.Source)!.Value));

    private static SettingsPatch Add(SettingsPatch patch, DialogControl control, PropertyBasedEffectConfigToken token) => control switch
    {
        SettingControl { IsAvailable: false } or SettingControl { Name: RefocusProperty.Prompt } => patch,
        SettingControl setting => Value(setting, token) is { } value && value != setting.Default ? patch.With(setting.Member, value) : patch,
        SwitchControl tick => token.GetProperty<BooleanProperty>(tick.Name)!.Value ? patch : patch.With(tick.Path, SettingValue.FromNumber(0)),
        FocusOnControl => (string)token.GetProperty<StaticListChoiceProperty>(control.Name)!.Value is var choice && choice != FocusOnControl.Point
            ? patch.With(SettingPaths.FocusTarget, SettingValue.FromText(choice))
            : patch,
        _ => WithPoint(patch, token.GetProperty<DoubleVectorProperty>(control.Name)!.Value),
    };

    private static SettingValue? Value(SettingControl control, PropertyBasedEffectConfigToken token) => control.Member switch
    {
        NumberSetting => SettingValue.FromNumber(token.GetProperty<DoubleProperty>(control.Name)!.Value),
        IntegerSetting => SettingValue.FromInteger(token.GetProperty<Int32Property>(control.Name)!.Value),
        ChoiceSetting => SettingValue.FromText((string)token.GetProperty<StaticListChoiceProperty>(control.Name)!.Value),
        _ => token.GetProperty<StringProperty>(control.Name)!.Value.Trim() is { Length: > 0 } text ? SettingValue.FromText(text) : null,
    };

    // In the middle nobody has clicked yet; who wants the middle chooses it from the list.
    private static SettingsPatch WithPoint(SettingsPatch patch, Vector2Double point)
    {
        if (point.X == 0 && point.Y == 0)
            return patch;
        FocusTarget target = FocusTarget.Point(Percent(point.X), Percent(point.Y));
        return patch.With(SettingPaths.FocusTarget, SettingValue.FromText(target.ToString()));
    }

    private static double Percent(double position) => Math.Clamp((position + 1) / 2 * 100, 0, 100);

    // The picture is chosen after the shape: until then the shape stays what it was.
    private static SettingsPatch WithShape(SettingsPatch patch) =>
        patch[SettingPaths.ApertureShape]?.Text == SettingSpelling.Of(ApertureShape.Image) && patch[SettingPaths.ApertureImage] is null
            ? patch.Without(SettingPaths.ApertureShape)
            : patch;
}
