namespace PaintDotNet.PropertySystem;

public abstract class Property<T> : Property
{
    internal Property(object name, T defaultValue, bool readOnly, ValueValidationFailureResult onFailure)
        : base(name, defaultValue, readOnly, onFailure)
    {
    }

    public T DefaultValue => (T)DefaultCore!;

    public new T Value
    {
        get => (T)base.Value!;
        set => base.Value = value;
    }

    internal override object? Accept(object? value, ValueValidationFailureResult onFailure, object? current)
    {
        T typed = (T)value!;
        if (IsValid(typed))
            return typed;
        return onFailure switch
        {
            ValueValidationFailureResult.Ignore => current,
            ValueValidationFailureResult.Clamp => Clamped(typed),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, $"{Name} does not allow this value."),
        };
    }

    private protected virtual bool IsValid(T value) => true;

    private protected virtual T Clamped(T value) => value;
}
