namespace PaintDotNet.PropertySystem;

public sealed class DoubleProperty : ScalarProperty<double>
{
    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue)
        : this(name, defaultValue, minValue, maxValue, false)
    {
    }

    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue, bool readOnly)
        : this(name, defaultValue, minValue, maxValue, readOnly, ValueValidationFailureResult.Clamp)
    {
    }

    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, minValue, maxValue, readOnly, vvfResult)
    {
    }

    public override Property Clone() => Copied(new DoubleProperty(Name, DefaultValue, MinValue, MaxValue, ReadOnly, OnFailure));
}
