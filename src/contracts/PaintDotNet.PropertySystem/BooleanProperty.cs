namespace PaintDotNet.PropertySystem;

public sealed class BooleanProperty : ScalarProperty<bool>
{
    public BooleanProperty(object name)
        : this(name, false)
    {
    }

    public BooleanProperty(object name, bool defaultValue)
        : this(name, defaultValue, false)
    {
    }

    public BooleanProperty(object name, bool defaultValue, bool readOnly)
        : this(name, defaultValue, readOnly, ValueValidationFailureResult.Clamp)
    {
    }

    public BooleanProperty(object name, bool defaultValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, false, true, readOnly, vvfResult)
    {
    }

    public override Property Clone() => Copied(new BooleanProperty(Name, DefaultValue, ReadOnly, OnFailure));
}
