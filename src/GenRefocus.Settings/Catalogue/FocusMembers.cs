namespace GenRefocus.Settings;

/// <summary>The members of <see cref="FocusSettings"/>.</summary>
internal static class FocusMembers
{
    public static readonly SettingDescription[] All =
    [
        new FocusTargetSetting(SettingPaths.FocusTarget, "--focus")
        {
            Needs = value => FocusTarget.Parse(value.Text).Kind switch
            {
                FocusTargetKind.Subject => RefocusFeatures.SubjectMask,
                FocusTargetKind.Text => RefocusFeatures.TextMask,
                _ => RefocusFeatures.None,
            },
        },
        new NumberSetting(
            SettingPaths.FocusDisparity, "--focus-disparity", FocusSettings.MinDisparity, double.PositiveInfinity,
            s => s.Focus.Disparity, (s, v) => s with { Focus = s.Focus with { Disparity = v } }),
        new NumberSetting(
            "focus.range", "--focus-range", FocusSettings.MinRange, FocusSettings.MaxRange,
            s => s.Focus.Range, (s, v) => s with { Focus = s.Focus with { Range = v } }),
        new NumberSetting(
            "focus.rangeSoftness", "--focus-range-softness", FocusSettings.MinRangeSoftness, FocusSettings.MaxRangeSoftness,
            s => s.Focus.RangeSoftness, (s, v) => s with { Focus = s.Focus with { RangeSoftness = v } }),
        new NumberSetting(
            "focus.tilt", "--tilt", FocusSettings.MinTilt, FocusSettings.MaxTilt,
            s => s.Focus.Tilt, (s, v) => s with { Focus = s.Focus with { Tilt = v } }),
        new NumberSetting(
            "focus.tiltDirection", "--tilt-direction", FocusSettings.MinTiltDirection, FocusSettings.MaxTiltDirection,
            s => s.Focus.TiltDirection, (s, v) => s with { Focus = s.Focus with { TiltDirection = v } })
        {
            Unit = "°",
        },
    ];
}
