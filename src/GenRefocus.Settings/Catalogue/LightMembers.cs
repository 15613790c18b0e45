namespace GenRefocus.Settings;

/// <summary>The members of <see cref="LightSettings"/>.</summary>
internal static class LightMembers
{
    public static readonly SettingDescription[] All =
    [
        new NumberSetting(
            "light.highlights", "--highlights", LightSettings.MinHighlights, LightSettings.MaxHighlights,
            s => s.Light.Highlights, (s, v) => s with { Light = s.Light with { Highlights = v } })
        {
            Neutral = SettingValue.FromNumber(0),
        },
        new NumberSetting(
            "light.threshold", "--highlight-threshold", LightSettings.MinThreshold, LightSettings.MaxThreshold,
            s => s.Light.Threshold, (s, v) => s with { Light = s.Light with { Threshold = v } }),
        new NumberSetting(
            "light.bloom", "--bloom", LightSettings.MinBloom, LightSettings.MaxBloom,
            s => s.Light.Bloom, (s, v) => s with { Light = s.Light with { Bloom = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.Bloom,
        },
        new NumberSetting(
            "light.grain", "--grain", LightSettings.MinGrain, LightSettings.MaxGrain,
            s => s.Light.Grain, (s, v) => s with { Light = s.Light with { Grain = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.Grain,
        },
    ];
}
