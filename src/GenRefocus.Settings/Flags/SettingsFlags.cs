namespace GenRefocus.Settings;

/// <summary>Reads the flags of a command line into one patch.</summary>
public static class SettingsFlags
{
    /// <summary>Adds one flag to what the flags before it said.</summary>
    /// <param name="patch">What the flags before it said.</param>
    /// <param name="member">The member of the flag.</param>
    /// <param name="text">The text behind the flag.</param>
    /// <returns>The new patch.</returns>
    /// <exception cref="SettingsException">The text is not allowed, or contradicts a flag before it, as <c>--shape hexagon --blades 5</c> does.</exception>
    public static SettingsPatch Add(SettingsPatch patch, SettingDescription member, string text)
    {
        SettingsPatch addition = member.ParseFlag(text);
        foreach (SettingDescription added in addition.Members)
        {
            if (patch[added.Path] is { } before && before != addition[added.Path])
                throw new SettingsException(added.Path, $"is given twice, as {before} and as {addition[added.Path]}; leave one out");
        }

        return addition.Over(patch);
    }
}
