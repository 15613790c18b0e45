namespace PaintDotNet.PropertySystem;

public sealed class Int32Property : ScalarProperty<int>
{
    public Int32Property(object name, int defaultValue, int minValue, int maxValue)
        : this(name, defaultValue, minValue, maxValue, false)
    {
    }

    public Int32Property(object name, int defaultValue, int minValue, int maxValue, bool readOnly)
        : this(name, defaultValue, minValue, maxValue, readOnly, ValueValidationFailureResult.Clamp)
    {
    }

    public Int32Property(object name, int defaultValue, int minValue, int maxValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, minValue, maxValue, readOnly, vvfResult)
    {
    }

    public override Property Clone() => Copied(new Int32Property(Name, DefaultValue, MinValue, MaxValue, ReadOnly, OnFailure));
}
