namespace PaintDotNet.PropertySystem;

public abstract class ScalarProperty<T> : Property<T>
    where T : struct, IComparable<T>
{
    internal ScalarProperty(object name, T defaultValue, T minValue, T maxValue, bool readOnly, ValueValidationFailureResult onFailure)
        : base(name, defaultValue, readOnly, onFailure)
    {
        MinValue = minValue;
        MaxValue = maxValue;
        if (!IsValid(defaultValue))
            throw new ArgumentOutOfRangeException(nameof(defaultValue), defaultValue, "The default is outside the range.");
    }

    public T MaxValue { get; }

    public T MinValue { get; }

    private protected override bool IsValid(T value) => value.CompareTo(MinValue) >= 0 && value.CompareTo(MaxValue) <= 0;

    private protected override T Clamped(T value) => value.CompareTo(MinValue) < 0 ? MinValue : MaxValue;
}
