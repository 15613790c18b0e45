namespace GenRefocus.Settings;

/// <summary>A member that holds a whole number in a range.</summary>
public sealed class IntegerSetting : SettingDescription
{
    // The whole numbers up to here are exact in a double, so that a host whose only numbers are doubles may write 8.0.
    private const double MaxExact = 1L << 53;

    private readonly Func<RefocusSettings, long?> _get;
    private readonly Func<RefocusSettings, long, RefocusSettings> _set;

    internal IntegerSetting(
        string path, string flag, long min, long max, Func<RefocusSettings, long?> get, Func<RefocusSettings, long, RefocusSettings> set)
        : base(path, flag, SettingKind.Integer)
    {
        Min = min;
        Max = max;
        _get = get;
        _set = set;
        Default = Get(new RefocusSettings());
    }

    /// <summary>The least value.</summary>
    public long Min { get; }

    /// <summary>The greatest value.</summary>
    public long Max { get; }

    /// <inheritdoc/>
    public override string Allowed => $"a whole number from {InvariantNumber.Format(Min)} to {InvariantNumber.Format(Max)}";

    /// <inheritdoc/>
    public override SettingValue? Get(RefocusSettings settings) => _get(settings) is { } integer ? SettingValue.FromInteger(integer) : null;

    /// <inheritdoc/>
    public override SettingValue Check(SettingValue value)
    {
        if (value.Kind == SettingValueKind.Number && Math.Abs(value.Number) <= MaxExact && value.Number == Math.Truncate(value.Number))
            value = SettingValue.FromInteger((long)value.Number);
        if (value.Kind != SettingValueKind.Integer)
            throw Refuse(value.Kind == SettingValueKind.Text ? $"\"{value.Text}\"" : value.ToString(), $"is no whole number; {Allowed} is allowed");
        if (value.Integer < Min || value.Integer > Max)
            throw Refuse(value.ToString(), $"is out of range; {Allowed} is allowed");

        return value;
    }

    private protected override SettingValue ParseText(string text) =>
        InvariantNumber.TryParseInteger(text.AsSpan().Trim(), out long integer)
            ? SettingValue.FromInteger(integer)
            : throw Refuse($"\"{text}\"", $"is not allowed; give {Allowed}");

    private protected override RefocusSettings SetChecked(RefocusSettings settings, SettingValue value) => _set(settings, value.Integer);
}
