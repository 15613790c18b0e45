namespace GenRefocus.Settings;

/// <summary>The stages that this version has beyond those that every version has. Engine and hosts are of one version, so both know them from here.</summary>
public static class ShippedFeatures
{
    /// <summary>All of them.</summary>
    public const RefocusFeatures All = RefocusFeatures.Deblur | RefocusFeatures.SubjectMask | RefocusFeatures.Words | RefocusFeatures.EdgeRefinement;

    /// <summary>Whether a value asks for nothing that is missing.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">A value that the member allows.</param>
    public static bool Allow(SettingDescription member, SettingValue value)
    {
        ArgumentNullException.ThrowIfNull(member);
        return value == member.Default || value == member.Neutral || (member.FeaturesOf(value) & ~All) == RefocusFeatures.None;
    }
}
