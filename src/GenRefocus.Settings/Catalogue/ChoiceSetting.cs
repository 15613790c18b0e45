namespace GenRefocus.Settings;

/// <summary>A member that holds one of several words.</summary>
public sealed class ChoiceSetting : SettingDescription
{
    private readonly Func<RefocusSettings, int?> _get;
    private readonly Func<RefocusSettings, int, RefocusSettings> _set;
    private readonly string[] _choices;

    private ChoiceSetting(
        string path, string flag, string[] choices, Func<RefocusSettings, int?> get, Func<RefocusSettings, int, RefocusSettings> set)
        : base(path, flag, SettingKind.Choice)
    {
        _choices = choices;
        _get = get;
        _set = set;
        Default = Get(new RefocusSettings());
    }

    /// <summary>The words, in the order in which a list shows them.</summary>
    public IReadOnlyList<string> Choices => _choices;

    /// <inheritdoc/>
    public override string Allowed => $"{string.Join(", ", _choices[..^1])} or {_choices[^1]}";

    /// <inheritdoc/>
    public override SettingValue? Get(RefocusSettings settings) => _get(settings) is { } index ? SettingValue.FromText(_choices[index]) : null;

    /// <inheritdoc/>
    public override SettingValue Check(SettingValue value) =>
        value.Kind == SettingValueKind.Text && Array.IndexOf(_choices, value.Text) >= 0
            ? value
            : throw Refuse(value.Kind == SettingValueKind.Text ? $"\"{value.Text}\"" : value.ToString(), $"is not one of {Allowed}");

    /// <summary>Describes a member whose type is an enumeration.</summary>
    internal static ChoiceSetting Of<T>(
        string path,
        string flag,
        Func<RefocusSettings, T?> get,
        Func<RefocusSettings, T, RefocusSettings> set,
        RefocusFeatures stage = RefocusFeatures.None,
        Func<SettingValue, RefocusFeatures>? needs = null,
        SettingValue? neutral = null,
        Func<RefocusSettings, SettingValue?>? dependentDefault = null,
        Func<string, SettingsPatch?>? flagSugar = null)
        where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        int? Index(RefocusSettings settings)
        {
            if (get(settings) is not { } value)
                return null;

            int index = Array.IndexOf(values, value);
            return index >= 0 ? index : throw new SettingsException(path, $"{value} is not a defined value");
        }

        return new(path, flag, [.. SettingSpelling.All<T>()], Index, (settings, index) => set(settings, values[index]))
        {
            Stage = stage,
            Needs = needs,
            Neutral = neutral,
            DependentDefault = dependentDefault,
            FlagSugar = flagSugar,
        };
    }

    private protected override SettingValue ParseText(string text) => SettingValue.FromText(text.Trim().ToLowerInvariant());

    private protected override RefocusSettings SetChecked(RefocusSettings settings, SettingValue value) =>
        _set(settings, Array.IndexOf(_choices, value.Text));
}
