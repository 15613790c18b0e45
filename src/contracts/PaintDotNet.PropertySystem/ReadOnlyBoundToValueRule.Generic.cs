namespace PaintDotNet.PropertySystem;

public sealed class ReadOnlyBoundToValueRule<TValue, TProperty> : PropertyCollectionRule
    where TProperty : Property<TValue>
{
    private readonly string _source;
    private readonly TValue[] _values;
    private readonly bool _inverse;

    public ReadOnlyBoundToValueRule(Property targetProperty, TProperty sourceProperty, TValue valueForReadOnly, bool inverse = false)
        : this((object)targetProperty.Name, sourceProperty.Name, valueForReadOnly, inverse)
    {
    }

    public ReadOnlyBoundToValueRule(Property targetProperty, TProperty sourceProperty, TValue[] valuesForReadOnly, bool inverse = false)
        : this((object)targetProperty.Name, sourceProperty.Name, valuesForReadOnly, inverse)
    {
    }

    public ReadOnlyBoundToValueRule(object targetPropertyName, object sourcePropertyName, TValue valueForReadOnly, bool inverse = false)
        : this(targetPropertyName, sourcePropertyName, [valueForReadOnly], inverse)
    {
    }

    public ReadOnlyBoundToValueRule(object targetPropertyName, object sourcePropertyName, TValue[] valuesForReadOnly, bool inverse = false)
        : base(targetPropertyName.ToString()!)
    {
        _source = sourcePropertyName.ToString()!;
        _values = [.. valuesForReadOnly];
        _inverse = inverse;
    }

    public override PropertyCollectionRule Clone() => new ReadOnlyBoundToValueRule<TValue, TProperty>((object)TargetName, _source, _values, _inverse);

    internal override bool IsReadOnly(PropertyCollection properties) => _values.Contains(((TProperty)Source(properties, _source)).Value) != _inverse;
}
