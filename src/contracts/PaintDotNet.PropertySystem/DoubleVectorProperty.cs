using PaintDotNet.Rendering;

namespace PaintDotNet.PropertySystem;

public sealed class DoubleVectorProperty : Vector2DoubleAsPairProperty
{
    public DoubleVectorProperty(object name, Vector2Double defaultValues, Vector2Double minValues, Vector2Double maxValues)
        : this(name, defaultValues, minValues, maxValues, false)
    {
    }

    public DoubleVectorProperty(object name, Vector2Double defaultValues, Vector2Double minValues, Vector2Double maxValues, bool readOnly)
        : this(name, defaultValues, minValues, maxValues, readOnly, ValueValidationFailureResult.Clamp)
    {
    }

    public DoubleVectorProperty(object name, Vector2Double defaultValues, Vector2Double minValues, Vector2Double maxValues, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValues, minValues, maxValues, readOnly, vvfResult)
    {
    }

    public override Property Clone() => Copied(new DoubleVectorProperty(
        Name, new(DefaultValue.First, DefaultValue.Second), new(MinValues.First, MinValues.Second), new(MaxValues.First, MaxValues.Second), ReadOnly, OnFailure));
}
