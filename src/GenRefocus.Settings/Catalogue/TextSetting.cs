namespace GenRefocus.Settings;

/// <summary>A member that holds a text: a path, a name, or words.</summary>
public sealed class TextSetting : SettingDescription
{
    /// <summary>The greatest length of a path in UTF-16 characters.</summary>
    public const int MaxPathLength = 4096;

    private readonly Func<RefocusSettings, string?> _get;
    private readonly Func<RefocusSettings, string, RefocusSettings> _set;

    internal TextSetting(
        string path,
        string flag,
        SettingKind kind,
        int maxLength,
        Func<RefocusSettings, string?> get,
        Func<RefocusSettings, string, RefocusSettings> set)
        : base(path, flag, kind)
    {
        MaxLength = maxLength;
        _get = get;
        _set = set;
        Default = Get(new RefocusSettings());
    }

    /// <summary>The greatest length in UTF-16 characters.</summary>
    public int MaxLength { get; }

    /// <summary>Words that stand for something other than a file, as <c>auto</c>.</summary>
    public IReadOnlyList<string> Keywords { get; internal init; } = [];

    /// <inheritdoc/>
    public override string Allowed => Kind == SettingKind.Path
        ? string.Join(" or ", [.. Keywords, "the path of a file"])
        : $"a text of up to {InvariantNumber.Format(MaxLength)} characters";

    /// <summary>Whether a value is not a path and so may be longer than one, and may stand in a preset.</summary>
    internal Func<string, bool>? IsEmbedded { get; init; }

    /// <inheritdoc/>
    public override SettingValue? Get(RefocusSettings settings) => _get(settings) is { } text ? SettingValue.FromText(text) : null;

    /// <inheritdoc/>
    public override SettingValue Check(SettingValue value)
    {
        if (value.Kind != SettingValueKind.Text)
            throw Refuse(value.ToString(), $"is no text; {Allowed} is allowed");
        if (string.IsNullOrWhiteSpace(value.Text))
            throw new SettingsException(Path, $"is empty; give {Allowed} or leave it out");
        if (IsEmbedded?.Invoke(value.Text) ?? false)
            return value;
        if (value.Text.Length > MaxLength)
            throw new SettingsException(Path, $"has {InvariantNumber.Format(value.Text.Length)} characters; at most {InvariantNumber.Format(MaxLength)} are allowed");
        if (Kind == SettingKind.Path && value.Text.Any(char.IsControl))
            throw new SettingsException(Path, "holds control characters, which no path has");

        return value;
    }

    private protected override SettingValue ParseText(string text) => SettingValue.FromText(text);

    private protected override RefocusSettings SetChecked(RefocusSettings settings, SettingValue value) => _set(settings, value.Text);
}
