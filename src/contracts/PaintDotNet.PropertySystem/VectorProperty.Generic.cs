namespace PaintDotNet.PropertySystem;

public abstract class VectorProperty<T> : Property<Pair<T, T>>
    where T : struct, IComparable<T>
{
    internal VectorProperty(object name, Pair<T, T> defaultValues, Pair<T, T> minValues, Pair<T, T> maxValues, bool readOnly, ValueValidationFailureResult onFailure)
        : base(name, defaultValues, readOnly, onFailure)
    {
        MinValues = minValues;
        MaxValues = maxValues;
        if (!IsValid(defaultValues))
            throw new ArgumentOutOfRangeException(nameof(defaultValues), "The default is outside the range.");
    }

    public T ValueX
    {
        get => Value.First;
        set => Value = new(value, ValueY);
    }

    public T ValueY
    {
        get => Value.Second;
        set => Value = new(ValueX, value);
    }

    internal Pair<T, T> MinValues { get; }

    internal Pair<T, T> MaxValues { get; }

    private protected override bool IsValid(Pair<T, T> value) =>
        IsWithin(value.First, MinValues.First, MaxValues.First) && IsWithin(value.Second, MinValues.Second, MaxValues.Second);

    private protected override Pair<T, T> Clamped(Pair<T, T> value) =>
        new(Clamp(value.First, MinValues.First, MaxValues.First), Clamp(value.Second, MinValues.Second, MaxValues.Second));

    private static bool IsWithin(T value, T min, T max) => value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0;

    private static T Clamp(T value, T min, T max) => value.CompareTo(min) < 0 ? min : value.CompareTo(max) > 0 ? max : value;
}
