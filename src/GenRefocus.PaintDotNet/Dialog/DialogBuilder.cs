using GenRefocus.Settings;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace GenRefocus.PaintDotNet;

/// <summary>Lays the controls out: the words above, the rest on pages.</summary>
internal static class DialogBuilder
{
    private static readonly string[] PictureTypes = ["png", "jpg", "jpeg", "tif", "tiff", "webp"];

    /// <summary>Makes the dialog.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="picture">The layer, to click into.</param>
    public static ControlInfo Build(PropertyCollection properties, DialogTexts texts, IBitmapSource<ColorBgra32> picture)
    {
        PanelControlInfo panel = new();
        foreach (DialogControl control in ControlTable.All.Where(control => control.Tab is null))
            panel.AddChildControl(Make(control, properties, texts, picture));
        TabContainerControlInfo pages = panel.AddChildControl(new TabContainerControlInfo());
        foreach (DialogTab tab in Enum.GetValues<DialogTab>())
        {
            TabPageControlInfo page = pages.AddTab(new TabPageControlInfo { Text = texts.Tab(tab) });
            foreach (DialogControl control in ControlTable.All.Where(control => control.Tab == tab))
                page.AddChildControl(Make(control, properties, texts, picture));
        }

        return panel;
    }

    private static PropertyControlInfo Make(DialogControl control, PropertyCollection properties, DialogTexts texts, IBitmapSource<ColorBgra32> picture)
    {
        PropertyControlInfo made = PropertyControlInfo.CreateFor(properties[control.Name]!);
        void Set(ControlInfoPropertyNames name, object value) => made.SetPropertyControlValue(control.Name, name, value);

        // A tick's own text is its description; the line above it would only repeat that.
        Set(ControlInfoPropertyNames.DisplayName, control is SwitchControl ? "" : texts.Title(control));
        if (control is SwitchControl)
            Set(ControlInfoPropertyNames.Description, texts.Title(control));
        switch (control)
        {
            case FocusPointControl:
                Set(ControlInfoPropertyNames.StaticImageUnderlay, picture);
                SetSteps(Set, NumberStyle.Share);
                break;
            case FocusOnControl:
                foreach (string choice in FocusOnControl.Choices)
                    made.SetValueDisplayName(choice, texts.FocusOn(choice));
                break;
            case SettingControl setting:
                Describe(setting, made, texts, Set);
                break;
        }

        return made;
    }

    private static void Describe(SettingControl control, PropertyControlInfo made, DialogTexts texts, Action<ControlInfoPropertyNames, object> set)
    {
        if (!control.IsAvailable)
            set(ControlInfoPropertyNames.Footnote, texts.NotThere(control.Member.Stage));
        if (control.Style is { } style)
        {
            set(ControlInfoPropertyNames.DecimalPlaces, style.Decimals);
            set(ControlInfoPropertyNames.UpDownIncrement, style.SmallChange);
            if (style.IsAngle)
            {
                made.SetPropertyControlType(control.Name, PropertyControlType.AngleChooser);
            }
            else
            {
                set(ControlInfoPropertyNames.SliderSmallChange, style.SmallChange);
                set(ControlInfoPropertyNames.SliderLargeChange, style.LargeChange);
                if (style.IsExponential)
                    set(ControlInfoPropertyNames.UseExponentialScale, true);
            }
        }

        switch (control.Member)
        {
            case ChoiceSetting member:
                foreach (string choice in ControlTable.Choices(member))
                    made.SetValueDisplayName(choice, texts.Settings.Choice(member, choice));
                break;
            case { Kind: SettingKind.Path }:
                made.SetPropertyControlType(control.Name, PropertyControlType.FileChooser);
                set(ControlInfoPropertyNames.FileTypes, PictureTypes);
                set(ControlInfoPropertyNames.AllowAllFiles, true);
                break;
            case { Kind: SettingKind.Text }:
                set(ControlInfoPropertyNames.Multiline, true);
                break;
        }
    }

    private static void SetSteps(Action<ControlInfoPropertyNames, object> set, NumberStyle style)
    {
        set(ControlInfoPropertyNames.DecimalPlaces, style.Decimals);
        set(ControlInfoPropertyNames.SliderSmallChangeX, style.SmallChange);
        set(ControlInfoPropertyNames.SliderSmallChangeY, style.SmallChange);
        set(ControlInfoPropertyNames.SliderLargeChangeX, style.LargeChange);
        set(ControlInfoPropertyNames.SliderLargeChangeY, style.LargeChange);
        set(ControlInfoPropertyNames.UpDownIncrementX, style.SmallChange);
        set(ControlInfoPropertyNames.UpDownIncrementY, style.SmallChange);
    }
}
