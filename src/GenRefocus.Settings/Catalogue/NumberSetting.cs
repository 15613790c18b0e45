namespace GenRefocus.Settings;

/// <summary>A member that holds a number in a range.</summary>
public sealed class NumberSetting : SettingDescription
{
    private readonly Func<RefocusSettings, double?> _get;
    private readonly Func<RefocusSettings, double, RefocusSettings> _set;

    internal NumberSetting(
        string path, string flag, double min, double max, Func<RefocusSettings, double?> get, Func<RefocusSettings, double, RefocusSettings> set)
        : base(path, flag, SettingKind.Number)
    {
        Min = min;
        Max = max;
        _get = get;
        _set = set;
        Default = Get(new RefocusSettings());
    }

    /// <summary>The least value.</summary>
    public double Min { get; }

    /// <summary>The greatest value; infinite when there is no upper end.</summary>
    public double Max { get; }

    /// <summary>Text that a flag may carry before its number, as <c>f/</c>; empty for none.</summary>
    public string Prefix { get; internal init; } = "";

    /// <inheritdoc/>
    public override string Allowed =>
        double.IsFinite(Max) ? $"{InvariantNumber.Format(Min)} to {InvariantNumber.Format(Max)}" : $"{InvariantNumber.Format(Min)} or more";

    /// <inheritdoc/>
    public override SettingValue? Get(RefocusSettings settings) => _get(settings) is { } number ? SettingValue.FromNumber(number) : null;

    /// <inheritdoc/>
    public override SettingValue Check(SettingValue value)
    {
        if (value.Kind == SettingValueKind.Text)
            throw Refuse($"\"{value.Text}\"", $"is no number; {Allowed} is allowed");

        double number = value.Number;
        if (!double.IsFinite(number))
            throw Refuse(value.ToString(), $"is not a finite number; {Allowed} is allowed");
        if (number < Min || number > Max)
            throw Refuse(value.ToString(), $"is out of range; {Allowed} is allowed");

        // Minus zero would be written as -0 and means nothing here.
        return SettingValue.FromNumber(number == 0 ? 0 : number);
    }

    private protected override SettingValue ParseText(string text)
    {
        string trimmed = text.Trim();
        ReadOnlySpan<char> digits = trimmed.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? trimmed.AsSpan(Prefix.Length) : trimmed;
        return InvariantNumber.TryParse(digits, out double number)
            ? SettingValue.FromNumber(number)
            : throw Refuse($"\"{text}\"", $"is no number; {Allowed} is allowed, with a decimal point as in 0.5");
    }

    private protected override RefocusSettings SetChecked(RefocusSettings settings, SettingValue value) => _set(settings, value.Number);
}
