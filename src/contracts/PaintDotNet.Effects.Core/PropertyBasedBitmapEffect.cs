using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace PaintDotNet.Effects;

public abstract class PropertyBasedBitmapEffect : BitmapEffect<PropertyBasedEffectConfigToken>
{
    protected PropertyBasedBitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    protected PropertyBasedBitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    public static ControlInfo CreateDefaultConfigUI(IEnumerable<Property> props) => ControlInfo.CreateDefaultConfigUI(props);

    public ControlInfo CreateConfigUI(PropertyCollection props) => OnCreateConfigUI(props);

    public PropertyCollection CreatePropertyCollection() => OnCreatePropertyCollection();

    /// <summary>The properties of the dialog's window, as the effect changes them.</summary>
    internal PropertyCollection CreateWindowProperties()
    {
        PropertyCollection window = new(
        [
            new StringProperty(ControlInfoPropertyNames.WindowTitle),
            new DoubleProperty(ControlInfoPropertyNames.WindowWidthScale, 1, 1, 2),
            new BooleanProperty(ControlInfoPropertyNames.WindowIsSizable),
            StaticListChoiceProperty.CreateForEnum(ControlInfoPropertyNames.WindowHelpContentType, WindowHelpContentType.None),
            new StringProperty(ControlInfoPropertyNames.WindowHelpContent),
        ]);
        OnCustomizeConfigUIWindowProperties(window);
        return window;
    }

    protected sealed override IEffectConfigForm OnCreateConfigForm() => base.OnCreateConfigForm();

    protected virtual ControlInfo OnCreateConfigUI(PropertyCollection props) => CreateDefaultConfigUI(props);

    protected abstract PropertyCollection OnCreatePropertyCollection();

    protected virtual void OnCustomizeConfigUIWindowProperties(PropertyCollection props)
    {
    }
}
