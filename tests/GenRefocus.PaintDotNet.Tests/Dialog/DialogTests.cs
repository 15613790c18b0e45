using System.Globalization;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.Settings;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Dialog;

[Collection(nameof(OneHost))]
public sealed class DialogTests : IDisposable
{
    private readonly Installation _installation = new(hasEngine: false);
    private readonly HostPixels _source = HostPixels.Make(64, 48, 1);
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _installation.Dispose();
    }

    [Fact]
    public void The_effect_is_in_the_photo_menu_and_starts_nothing()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en-US");
        using EffectHost host = new(_installation, _source);
        Assert.Equal(("Refocus (Depth of Field)", "Photo", true), (host.Name, host.Submenu, host.Options.IsConfigurable));
        host.CreateDialog();
        Assert.False(Directory.Exists(_installation.Endpoint.Folder));
    }

    [Fact]
    public void Ranges_and_defaults_are_those_of_the_settings()
    {
        using EffectHost host = new(_installation, _source);
        DoubleProperty fNumber = (DoubleProperty)host.Properties["FNumber"]!;
        Assert.Equal((BlurSettings.MinFNumber, BlurSettings.MaxFNumber, BlurSettings.DefaultFNumber), (fNumber.MinValue, fNumber.MaxValue, fNumber.DefaultValue));
        Assert.Equal(ApertureSettings.DefaultPolygonBlades, ((Int32Property)host.Properties["Blades"]!).DefaultValue);
        Assert.Equal(ApertureSettings.DefaultStarBlades, ((Int32Property)host.Properties["Points"]!).DefaultValue);
        Assert.Equal(ApertureSettings.DefaultRingInner, ((DoubleProperty)host.Properties["Inner"]!).DefaultValue);
        Assert.Equal(RefocusSettings.MaxPromptLength, ((StringProperty)host.Properties["Prompt"]!).MaxLength);
        Assert.Equal(SettingSpelling.All<ApertureShape>(), ((StaticListChoiceProperty)host.Properties["Shape"]!).ValueChoices.Cast<string>());
        Assert.Equal(SettingSpelling.Of(OutputQuality.Final), host.Properties["Quality"]!.Value);
    }

    [Fact]
    public void What_does_not_apply_is_read_only()
    {
        using EffectHost host = new(_installation, _source);
        string[] ReadOnly() => [.. host.Properties.Where(property => property.ReadOnly).Select(property => property.Name)];
        string[] missing = [.. Missing()];
        Assert.Equal(["ShapeImage", "Blades", "Points", "Curvature", "Rotation", "Inner"], ReadOnly().Except(missing));
        host.With("Shape", "polygon");
        Assert.Equal(["ShapeImage", "Points", "Inner"], ReadOnly().Except(missing));
        host.With("Shape", "star");
        Assert.Equal(["ShapeImage", "Blades", "Curvature", "Inner"], ReadOnly().Except(missing));
        host.With("Shape", "image").With("FocusOn", "near").With("Highlights", 0.0);
        Assert.Equal(["FocusPoint", "Threshold", "Blades", "Points", "Curvature", "Inner"], ReadOnly().Except(missing));
    }

    [Theory]
    [InlineData("en-GB", "Focus", "Near blur|Blur in front|Near")]
    [InlineData("de-DE", "Schärfe", "Unschärfe vorn")]
    [InlineData("es-MX", "Enfoque", "")]
    [InlineData("fr-FR", "Mise au point", "")]
    [InlineData("ko-KR", "", "")]
    [InlineData("ja-JP", "", "")]
    [InlineData("zh-CN", "", "")]
    [InlineData("pt-BR", "Focus", "")]
    public void Every_control_stands_on_one_page_in_the_users_language(string culture, string firstTab, string near)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        string language = culture switch { "zh-CN" => "zh-Hans", "pt-BR" => "en", _ => culture[..2] };
        SettingTexts texts = SettingTexts.ForLanguage(language);
        using EffectHost host = new(_installation, _source);
        ControlInfo dialog = host.CreateDialog();
        PropertyControlInfo[] controls = [.. Controls(dialog)];
        Assert.Equal(host.Properties.Select(property => property.Name).Order(), controls.Select(control => control.Property.Name).Order());
        TabPageControlInfo[] tabs = [.. dialog.ChildControls.OfType<TabContainerControlInfo>().Single().ChildControls.Cast<TabPageControlInfo>()];
        Assert.Equal([texts.Group("focus"), texts.Group("blur"), texts.Group("aperture"), texts.Group("output")], tabs.Select(tab => tab.Text!));
        Assert.Equal(texts.Group("focus").Length > 0 && firstTab.Length > 0 ? firstTab : tabs[0].Text, tabs[0].Text);
        Assert.All(controls, control => Assert.NotEmpty($"{Text(control, ControlInfoPropertyNames.DisplayName)}{Text(control, ControlInfoPropertyNames.Description)}"));
        string nearText = Text(dialog.FindControlForPropertyName("BlurNear")!, ControlInfoPropertyNames.Description);
        Assert.Equal(texts.Title(SettingsCatalog.Find("blur.near")!), nearText);
        Assert.True(near.Length == 0 || near.Split('|').Contains(nearText), nearText);
        foreach (PropertyControlInfo list in controls.Where(control => control.Property is StaticListChoiceProperty))
            Assert.All(((StaticListChoiceProperty)list.Property).ValueChoices, choice => Assert.NotEmpty(list.ValueNames[choice]));
        PropertyCollection window = host.CreateWindow();
        string help = (string)window[ControlInfoPropertyNames.WindowHelpContent]!.Value!;
        Assert.Equal(WindowHelpContentType.PlainText, window[ControlInfoPropertyNames.WindowHelpContentType]!.Value);
        Assert.Equal(host.Name, window[ControlInfoPropertyNames.WindowTitle]!.Value);
        Assert.All(controls, control => Assert.Contains($"{Text(control, ControlInfoPropertyNames.DisplayName)}{Text(control, ControlInfoPropertyNames.Description)}", help, StringComparison.Ordinal));
    }

    [Fact]
    public void The_picture_lies_beneath_the_focus_point()
    {
        using EffectHost host = new(_installation, _source);
        PropertyControlInfo point = host.CreateDialog().FindControlForPropertyName("FocusPoint")!;
        Assert.Equal(PropertyControlType.PanAndSlider, point.ControlType.Value);
        Assert.Equal(new SizeInt32(64, 48), Assert.IsAssignableFrom<IBitmapSource<ColorBgra32>>(point.Settings[ControlInfoPropertyNames.StaticImageUnderlay]).Size);
    }

    [Fact]
    public void Stages_that_are_missing_are_named()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en-US");
        using EffectHost host = new(_installation, _source);
        ControlInfo dialog = host.CreateDialog();
        foreach (string name in Missing())
        {
            Assert.True(host.Properties[name]!.ReadOnly);
            Assert.Contains("Not in this version", Text(dialog.FindControlForPropertyName(name)!, ControlInfoPropertyNames.Footnote), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Missing() =>
        ((string, string)[])[("CatEye", "aperture.catEye"), ("Deblur", "deblur.mode"), ("Engine", "engine.name")] is var stages
            ? stages.Where(stage => (SettingsCatalog.Find(stage.Item2)!.Stage & ~ShippedFeatures.All) != RefocusFeatures.None).Select(stage => stage.Item1)
            : [];

    private static string Text(PropertyControlInfo control, ControlInfoPropertyNames name) => control.Settings.GetValueOrDefault(name) as string ?? "";

    private static IEnumerable<PropertyControlInfo> Controls(ControlInfo control) =>
        control is PropertyControlInfo own ? [own] : control.ChildControls.SelectMany(Controls);
}
