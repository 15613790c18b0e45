using PaintDotNet.PropertySystem;

namespace PaintDotNet.Effects;

public sealed class PropertyBasedEffectConfigToken : EffectConfigToken
{
    public PropertyBasedEffectConfigToken(PropertyCollection propertyCollection) => Properties = propertyCollection.Clone();

    public PropertyCollection Properties { get; }

    public override object Clone() => new PropertyBasedEffectConfigToken(Properties);

    public Property? GetProperty(object propertyName) => Properties[propertyName];

    public T? GetProperty<T>(object propertyName)
        where T : Property => (T?)Properties[propertyName];
}
