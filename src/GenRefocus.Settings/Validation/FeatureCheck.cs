namespace GenRefocus.Settings;

/// <summary>
/// Compares settings with the stages that exist. A member whose stage is missing accepts its default, then without effect, and its neutral value
/// (0, <c>off</c>, <c>keep</c>, <c>physical</c>), and refuses any other.
/// </summary>
public static class FeatureCheck
{
    /// <summary>Checks settings.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="available">The stages that exist.</param>
    /// <returns>What the user should know about settings that were accepted.</returns>
    /// <exception cref="SettingsException">A member asks for a stage that is missing; the message names both.</exception>
    public static FeatureReport Check(RefocusSettings settings, RefocusFeatures available)
    {
        ArgumentNullException.ThrowIfNull(settings);
        List<string> warnings = [];
        List<string> withoutEffect = [];
        foreach (SettingDescription member in SettingsCatalog.All)
        {
            if (member.Get(settings) is not { } value || value == member.Neutral)
                continue;

            RefocusFeatures missing = member.FeaturesOf(value) & ~available;
            if (missing == RefocusFeatures.None)
                continue;
            if (value == member.Default)
                withoutEffect.Add(member.Path);
            else if (settings.Focus.Target.Kind == FocusTargetKind.Subject && member.Path == SettingPaths.FocusTarget)
                warnings.Add($"{member.Path}: subject needs {Name(missing)}, which is not there yet; auto is used instead");
            else
                throw Refuse(member, value, missing);
        }

        if (settings.Aperture is { Image: not null, Shape: not ApertureShape.Image })
            warnings.Add($"{SettingPaths.ApertureImage}: has no effect, because {SettingPaths.ApertureShape} is not image");

        return new(warnings, withoutEffect);
    }

    private static SettingsException Refuse(SettingDescription member, SettingValue value, RefocusFeatures missing)
    {
        SettingValue? accepted = member.Neutral ?? member.Default;
        string advice = accepted is { } alternative ? $"leave it out or give {alternative}" : "leave it out";
        string shown = member.Kind is SettingKind.Choice or SettingKind.Number or SettingKind.Integer ? value.ToString() : $"\"{ErrorText.Shorten(value.Text)}\"";
        return new(member.Path, $"{shown} needs {Name(missing)}, which is not there yet; {advice}");
    }

    private static string Name(RefocusFeatures missing) => SettingTexts.English.Feature(missing);
}
