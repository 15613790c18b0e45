namespace GenRefocus.Settings;

/// <summary>The sources of settings. What the user said most directly wins: flag, then words, then settings file, then preset, then default.</summary>
public sealed record SettingsLayers
{
    /// <summary>What the command line's flags say, or the controls of a host that the user touched.</summary>
    public SettingsPatch Flags { get; init; } = SettingsPatch.Empty;

    /// <summary>What was understood of the words of <c>prompt</c>.</summary>
    public SettingsPatch Words { get; init; } = SettingsPatch.Empty;

    /// <summary>What the settings file says.</summary>
    public SettingsPatch File { get; init; } = SettingsPatch.Empty;

    /// <summary>What the preset says.</summary>
    public SettingsPatch Preset { get; init; } = SettingsPatch.Empty;

    /// <summary>Lays the sources over each other.</summary>
    /// <returns>One patch, of which <see cref="SettingsPatch.Build"/> makes the settings.</returns>
    public SettingsPatch Merge() => Flags.Over(Words).Over(File).Over(Preset);
}
