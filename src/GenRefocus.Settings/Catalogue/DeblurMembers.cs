namespace GenRefocus.Settings;

/// <summary>The members of <see cref="DeblurSettings"/>.</summary>
internal static class DeblurMembers
{
    public static readonly SettingDescription[] All =
    [
        ChoiceSetting.Of<DeblurMode>(
            "deblur.mode", "--deblur",
            s => s.Deblur.Mode, (s, v) => s with { Deblur = s.Deblur with { Mode = v } },
            stage: RefocusFeatures.Deblur,
            neutral: SettingValue.FromText(SettingSpelling.Of(DeblurMode.Off))),
        new IntegerSetting(
            SettingPaths.DeblurSteps, "--deblur-steps", DeblurSettings.MinCompactSteps, DeblurSettings.MaxGenfocusSteps,
            s => s.Deblur.Steps, (s, v) => s with { Deblur = s.Deblur with { Steps = (int)v } })
        {
            DependentDefault = s => SettingValue.FromInteger((s.Deblur with { Steps = null }).StepsFor(s.Engine.Name)),
            Stage = RefocusFeatures.Deblur,
        },
    ];
}
