namespace GenRefocus.Settings;

/// <summary>All members, in the order in which they are listed and written.</summary>
public static class SettingsCatalog
{
    private static readonly SettingDescription[] Table =
    [
        .. FocusMembers.All, .. BlurMembers.All, .. ApertureMembers.All, .. LightMembers.All,
        .. DepthMembers.All, .. DeblurMembers.All, .. EngineMembers.All, .. OutputMembers.All,
    ];

    private static readonly Dictionary<string, SettingDescription> ByPath = Table.ToDictionary(member => member.Path, StringComparer.Ordinal);

    /// <summary>All members.</summary>
    public static IReadOnlyList<SettingDescription> All => Table;

    /// <summary>The groups, in order, without the members at the top.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. Table.Select(member => member.Group).Where(group => group.Length > 0).Distinct()];

    /// <summary>Finds a member.</summary>
    /// <param name="path">The path, as <c>focus.range</c>.</param>
    /// <returns>The member; <see langword="null"/> when there is none of that path.</returns>
    public static SettingDescription? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>Checks settings that were made in code against every range and against each other.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="SettingsException">A member is not allowed.</exception>
    public static void Validate(RefocusSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (SettingDescription member in Table)
        {
            if (member.Get(settings) is { } value)
                member.Check(value);
        }

        SettingsRules.Check(settings);
    }
}
