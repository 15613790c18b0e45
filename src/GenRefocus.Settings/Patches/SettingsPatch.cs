using System.Diagnostics.CodeAnalysis;

namespace GenRefocus.Settings;

/// <summary>
/// Some members with their values: what one source of settings says. Every value has passed its member's check.
/// Sources are laid over each other (<see cref="SettingsLayers"/>) and the record is built last.
/// </summary>
public sealed class SettingsPatch : IEquatable<SettingsPatch>
{
    private readonly Dictionary<string, SettingValue> _values;
    private SettingDescription[]? _members;

    private SettingsPatch(Dictionary<string, SettingValue> values) => _values = values;

    /// <summary>Says nothing.</summary>
    public static SettingsPatch Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The number of members.</summary>
    public int Count => _values.Count;

    /// <summary>The members, in the order of the catalogue.</summary>
    public IEnumerable<SettingDescription> Members => _members ??= [.. SettingsCatalog.All.Where(member => _values.ContainsKey(member.Path))];

    /// <summary>The value of a member.</summary>
    /// <param name="path">The member's path.</param>
    /// <returns>The value; <see langword="null"/> when the patch does not say anything about the member.</returns>
    public SettingValue? this[string path] => _values.TryGetValue(path, out SettingValue value) ? value : null;

    /// <summary>The members of settings that differ from their defaults.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>A patch from which <see cref="Build"/> makes the same settings.</returns>
    /// <exception cref="SettingsException">A member is not allowed.</exception>
    public static SettingsPatch FromSettings(RefocusSettings settings) => From(settings, (member, value) => value != member.Default);

    /// <summary>All members of settings that have a value, also those that have their default, so that a later version with other defaults does the same.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>A patch from which <see cref="Build"/> makes the same settings.</returns>
    /// <exception cref="SettingsException">A member is not allowed.</exception>
    public static SettingsPatch Complete(RefocusSettings settings) => From(settings, (_, _) => true);

    /// <summary>Says one thing more, or says it differently.</summary>
    /// <param name="path">The member's path.</param>
    /// <param name="value">The value.</param>
    /// <returns>The new patch.</returns>
    /// <exception cref="SettingsException">There is no such member, or its value is not allowed.</exception>
    public SettingsPatch With(string path, SettingValue value) =>
        With(SettingsCatalog.Find(path) ?? throw new SettingsException(path, "is not a setting"), value);

    /// <summary>Says one thing more, or says it differently.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">The value.</param>
    /// <returns>The new patch.</returns>
    /// <exception cref="SettingsException">The value is not allowed.</exception>
    public SettingsPatch With(SettingDescription member, SettingValue value)
    {
        SettingValue stored = member.Check(value);
        Dictionary<string, SettingValue> values = new(_values, StringComparer.Ordinal) { [member.Path] = stored };
        return new(values);
    }

    /// <summary>Leaves a member to the other sources.</summary>
    /// <param name="path">The member's path.</param>
    /// <returns>The new patch.</returns>
    public SettingsPatch Without(string path)
    {
        Dictionary<string, SettingValue> values = new(_values, StringComparer.Ordinal);
        return values.Remove(path) ? new(values) : this;
    }

    /// <summary>Lays this patch over another: where both say something, this one wins.</summary>
    /// <param name="lower">The patch beneath.</param>
    /// <returns>The new patch.</returns>
    public SettingsPatch Over(SettingsPatch lower)
    {
        Dictionary<string, SettingValue> values = new(lower._values, StringComparer.Ordinal);
        foreach ((string path, SettingValue value) in _values)
            values[path] = value;
        return new(values);
    }

    /// <summary>Makes the settings: defaults, changed by this patch.</summary>
    /// <returns>Valid settings.</returns>
    /// <exception cref="SettingsException">Members contradict each other.</exception>
    public RefocusSettings Build()
    {
        RefocusSettings settings = Members.Aggregate(new RefocusSettings(), (built, member) => member.Set(built, _values[member.Path]));
        SettingsRules.Check(settings);
        return settings;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] SettingsPatch? other) =>
        other is not null && Count == other.Count && _values.All(entry => other[entry.Key] == entry.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SettingsPatch);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));

    private static SettingsPatch From(RefocusSettings settings, Func<SettingDescription, SettingValue, bool> take)
    {
        Dictionary<string, SettingValue> values = new(StringComparer.Ordinal);
        foreach (SettingDescription member in SettingsCatalog.All)
        {
            if (member.Get(settings) is { } value && take(member, value))
                values[member.Path] = member.Check(value);
        }

        return new(values);
    }
}
