namespace PaintDotNet.PropertySystem;

public sealed class ReadOnlyBoundToBooleanRule : PropertyCollectionRule
{
    private readonly string _source;
    private readonly bool _inverse;

    public ReadOnlyBoundToBooleanRule(Property targetProperty, BooleanProperty sourceProperty, bool inverse)
        : this(targetProperty.Name, (object)sourceProperty.Name, inverse)
    {
    }

    public ReadOnlyBoundToBooleanRule(object targetPropertyName, object sourceBooleanPropertyName, bool inverse)
        : base(targetPropertyName.ToString()!)
    {
        _source = sourceBooleanPropertyName.ToString()!;
        _inverse = inverse;
    }

    public override PropertyCollectionRule Clone() => new ReadOnlyBoundToBooleanRule(TargetName, (object)_source, _inverse);

    internal override bool IsReadOnly(PropertyCollection properties) => ((BooleanProperty)Source(properties, _source)).Value != _inverse;
}
