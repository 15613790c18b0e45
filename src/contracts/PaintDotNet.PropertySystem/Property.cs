using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

public abstract class Property : ICloneable, INotifyPropertyChanged
{
    private readonly ValueValidationFailureResult _onFailure;
    private object? _value;
    private bool _readOnly;

    internal Property(object name, object? defaultValue, bool readOnly, ValueValidationFailureResult onFailure)
    {
        Name = name.ToString()!;
        _value = DefaultCore = defaultValue;
        _readOnly = readOnly;
        _onFailure = onFailure;
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    public string Name { get; }

    public object? Value
    {
        get => _value;
        set
        {
            object? accepted = Accept(value, _onFailure, _value);
            if (Equals(accepted, _value))
                return;
            _value = accepted;
            PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(Value)));
        }
    }

    public bool ReadOnly
    {
        get => _readOnly;
        set
        {
            if (_readOnly == value)
                return;
            _readOnly = value;
            PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(ReadOnly)));
        }
    }

    internal object? DefaultCore { get; }

    public abstract Property Clone();

    object ICloneable.Clone() => Clone();

    internal abstract object? Accept(object? value, ValueValidationFailureResult onFailure, object? current);

    private protected T Copied<T>(T clone)
        where T : Property
    {
        clone.Value = Value;
        clone.ReadOnly = ReadOnly;
        return clone;
    }

    private protected ValueValidationFailureResult OnFailure => _onFailure;
}
