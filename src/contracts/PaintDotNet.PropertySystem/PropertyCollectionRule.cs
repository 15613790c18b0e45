namespace PaintDotNet.PropertySystem;

public abstract class PropertyCollectionRule : ICloneable
{
    internal PropertyCollectionRule(string targetName) => TargetName = targetName;

    internal string TargetName { get; }

    public abstract PropertyCollectionRule Clone();

    object ICloneable.Clone() => Clone();

    internal abstract bool IsReadOnly(PropertyCollection properties);

    private protected static Property Source(PropertyCollection properties, string name) =>
        properties[name] ?? throw new ArgumentException($"A rule names {name}, which is no property.");
}
