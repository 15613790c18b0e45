using System.Collections;
using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

public sealed class PropertyCollection : INotifyPropertyChanged, IEnumerable<Property>, ICloneable
{
    private readonly Property[] _properties;
    private readonly PropertyCollectionRule[] _rules;

    public PropertyCollection()
        : this([])
    {
    }

    public PropertyCollection(IEnumerable<Property> properties)
        : this(properties, [])
    {
    }

    public PropertyCollection(IEnumerable<Property> properties, IEnumerable<PropertyCollectionRule> rules)
    {
        _properties = [.. properties.Select(property => property.Clone())];
        _rules = [.. rules.Select(rule => rule.Clone())];
        if (_properties.DistinctBy(property => property.Name).Count() != _properties.Length)
            throw new ArgumentException("Two properties have the same name.", nameof(properties));
        foreach (Property property in _properties)
            property.PropertyChanged += OnPropertyChanged;
        Apply();
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    public IEnumerable<Property> Properties => _properties;

    internal IReadOnlyList<PropertyCollectionRule> Rules => _rules;

    public Property? this[object propertyName] => Array.Find(_properties, property => property.Name == propertyName.ToString());

    public static PropertyCollection CreateEmpty() => new();

    public PropertyCollection Clone() => new(_properties, _rules);

    object ICloneable.Clone() => Clone();

    public IEnumerator<Property> GetEnumerator() => ((IEnumerable<Property>)_properties).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void OnPropertyChanged(object? sender, PropertyChangedEventArgs change)
    {
        if (change.PropertyName == nameof(Property.Value))
            Apply();
        PropertyChanged?.Invoke(sender, change);
    }

    private void Apply()
    {
        foreach (IGrouping<string, PropertyCollectionRule> target in _rules.GroupBy(rule => rule.TargetName))
        {
            Property property = this[target.Key] ?? throw new ArgumentException($"A rule names {target.Key}, which is no property.");
            property.ReadOnly = target.Any(rule => rule.IsReadOnly(this));
        }
    }
}
