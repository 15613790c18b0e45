namespace PaintDotNet.PropertySystem;

public sealed class UriProperty : Property<Uri?>
{
    public UriProperty(object name)
        : this(name, null)
    {
    }

    public UriProperty(object name, Uri? defaultValue)
        : this(name, defaultValue, false)
    {
    }

    public UriProperty(object name, Uri? defaultValue, bool readOnly)
        : this(name, defaultValue, readOnly, ValueValidationFailureResult.Ignore)
    {
    }

    public UriProperty(object name, Uri? defaultValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, readOnly, vvfResult)
    {
    }

    public override Property Clone() => Copied(new UriProperty(Name, DefaultValue, ReadOnly, OnFailure));
}
