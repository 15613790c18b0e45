namespace GenRefocus.Settings;

/// <summary>The member that says what is sharp.</summary>
public sealed class FocusTargetSetting : SettingDescription
{
    internal FocusTargetSetting(string path, string flag)
        : base(path, flag, SettingKind.FocusTarget) =>
        Default = Get(new RefocusSettings());

    /// <inheritdoc/>
    public override string Allowed => FocusTargetParser.Forms;

    /// <inheritdoc/>
    public override SettingValue? Get(RefocusSettings settings) => SettingValue.FromText(settings.Focus.Target.ToString());

    /// <inheritdoc/>
    public override SettingValue Check(SettingValue value) => value.Kind == SettingValueKind.Text
        ? SettingValue.FromText(FocusTarget.Parse(value.Text).ToString())
        : throw Refuse(value.ToString(), $"is no text; allowed are {Allowed}");

    private protected override SettingValue ParseText(string text) => SettingValue.FromText(text);

    private protected override RefocusSettings SetChecked(RefocusSettings settings, SettingValue value) =>
        settings with { Focus = settings.Focus with { Target = FocusTarget.Parse(value.Text) } };
}
