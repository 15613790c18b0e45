namespace PaintDotNet.PropertySystem;

public sealed class StringProperty : Property<string>
{
    private const int DefaultMaxLength = 32767;

    public StringProperty(object name)
        : this(name, "")
    {
    }

    public StringProperty(object name, string defaultValue)
        : this(name, defaultValue, DefaultMaxLength)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength)
        : this(name, defaultValue, maxLength, false)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength, bool readOnly)
        : this(name, defaultValue, maxLength, readOnly, ValueValidationFailureResult.Clamp)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, readOnly, vvfResult) => MaxLength = maxLength;

    public int MaxLength { get; }

    public override Property Clone() => Copied(new StringProperty(Name, DefaultValue, MaxLength, ReadOnly, OnFailure));

    private protected override bool IsValid(string value) => value.Length <= MaxLength;

    private protected override string Clamped(string value) => value[..MaxLength];
}
