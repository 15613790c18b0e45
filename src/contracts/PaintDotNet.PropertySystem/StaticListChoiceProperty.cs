namespace PaintDotNet.PropertySystem;

public sealed class StaticListChoiceProperty : Property<object>
{
    public StaticListChoiceProperty(object name, object[] valueChoices)
        : this(name, valueChoices, 0)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex)
        : this(name, valueChoices, defaultChoiceIndex, false)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex, bool readOnly)
        : this(name, valueChoices, defaultChoiceIndex, readOnly, ValueValidationFailureResult.Ignore)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, valueChoices[defaultChoiceIndex], readOnly, vvfResult) => ValueChoices = [.. valueChoices];

    public object[] ValueChoices { get; }

    public static StaticListChoiceProperty CreateForEnum<TEnum>(object name, TEnum defaultValue)
        where TEnum : Enum => CreateForEnum(name, defaultValue, false);

    public static StaticListChoiceProperty CreateForEnum<TEnum>(object name, TEnum defaultValue, bool readOnly)
        where TEnum : Enum => CreateForEnum(typeof(TEnum), name, defaultValue, readOnly);

    public static StaticListChoiceProperty CreateForEnum(Type enumType, object name, object defaultValue) => CreateForEnum(enumType, name, defaultValue, false);

    public static StaticListChoiceProperty CreateForEnum(Type enumType, object name, object defaultValue, bool readOnly)
    {
        object[] choices = [.. Enum.GetValues(enumType).Cast<object>()];
        return new(name, choices, Array.IndexOf(choices, defaultValue), readOnly);
    }

    public override Property Clone() => Copied(new StaticListChoiceProperty(Name, ValueChoices, Array.IndexOf(ValueChoices, DefaultValue), ReadOnly, OnFailure));

    private protected override bool IsValid(object value) => ValueChoices.Contains(value);
}
