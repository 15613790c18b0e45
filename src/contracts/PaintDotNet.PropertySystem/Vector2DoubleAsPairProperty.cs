using PaintDotNet.Rendering;

namespace PaintDotNet.PropertySystem;

public abstract class Vector2DoubleAsPairProperty : VectorProperty<double>
{
    internal Vector2DoubleAsPairProperty(object name, Vector2Double defaultValues, Vector2Double minValues, Vector2Double maxValues, bool readOnly, ValueValidationFailureResult onFailure)
        : base(name, ToPair(defaultValues), ToPair(minValues), ToPair(maxValues), readOnly, onFailure)
    {
    }

    public new Vector2Double Value
    {
        get => new(ValueX, ValueY);
        set => base.Value = ToPair(value);
    }

    private static Pair<double, double> ToPair(Vector2Double vector) => new(vector.X, vector.Y);
}
