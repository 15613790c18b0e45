namespace GenRefocus.Settings;

/// <summary>A member's value as JSON writes it: a number, a whole number, or a text (which includes choices and focus targets).</summary>
public readonly record struct SettingValue
{
    private readonly double _number;
    private readonly long _integer;
    private readonly string? _text;

    private SettingValue(SettingValueKind kind, double number, long integer, string? text)
    {
        Kind = kind;
        _number = number;
        _integer = integer;
        _text = text;
    }

    /// <summary>What the value is.</summary>
    public SettingValueKind Kind { get; }

    /// <summary>The number; of a whole number, the nearest.</summary>
    /// <exception cref="InvalidOperationException">The value is a text.</exception>
    public double Number => Kind switch
    {
        SettingValueKind.Number => _number,
        SettingValueKind.Integer => _integer,
        _ => throw new InvalidOperationException("A text is no number."),
    };

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is none.</exception>
    public long Integer => Kind == SettingValueKind.Integer ? _integer : throw new InvalidOperationException("The value is no whole number.");

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is a number.</exception>
    public string Text => _text ?? throw new InvalidOperationException("A number is no text.");

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static SettingValue FromNumber(double number) => new(SettingValueKind.Number, number, 0, null);

    /// <summary>A whole number.</summary>
    /// <param name="integer">The whole number.</param>
    /// <returns>The value.</returns>
    public static SettingValue FromInteger(long integer) => new(SettingValueKind.Integer, 0, integer, null);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static SettingValue FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(SettingValueKind.Text, 0, 0, text);
    }

    /// <summary>The value as the command line would spell it, with a decimal point.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        SettingValueKind.Number => InvariantNumber.Format(_number),
        SettingValueKind.Integer => InvariantNumber.Format(_integer),
        _ => _text!,
    };
}
