namespace GenRefocus.Settings;

/// <summary>The members of <see cref="BlurSettings"/>.</summary>
internal static class BlurMembers
{
    public static readonly SettingDescription[] All =
    [
        new NumberSetting(
            "blur.fNumber", "--aperture", BlurSettings.MinFNumber, BlurSettings.MaxFNumber,
            s => s.Blur.FNumber, (s, v) => s with { Blur = s.Blur with { FNumber = v } })
        {
            Prefix = "f/",
        },
        new NumberSetting(
            "blur.strength", "--strength", BlurSettings.MinStrength, BlurSettings.MaxStrength,
            s => s.Blur.Strength, (s, v) => s with { Blur = s.Blur with { Strength = v } }),
        new NumberSetting(
            "blur.k", "--k", BlurSettings.MinK, BlurSettings.MaxK,
            s => s.Blur.K, (s, v) => s with { Blur = s.Blur with { K = v } })
        {
            Unit = "px",
        },
        ChoiceSetting.Of<BlurCamera>(
            "blur.camera", "--camera",
            s => s.Blur.Camera, (s, v) => s with { Blur = s.Blur with { Camera = v } }),
        new NumberSetting(
            "blur.nearestDistance", "--nearest-distance", BlurSettings.MinNearestDistance, BlurSettings.MaxNearestDistance,
            s => s.Blur.NearestDistance, (s, v) => s with { Blur = s.Blur with { NearestDistance = v } })
        {
            Unit = "m",
        },
        new NumberSetting(
            "blur.near", "--near", BlurSettings.MinGain, BlurSettings.MaxGain,
            s => s.Blur.Near, (s, v) => s with { Blur = s.Blur with { Near = v } }),
        new NumberSetting(
            "blur.far", "--far", BlurSettings.MinGain, BlurSettings.MaxGain,
            s => s.Blur.Far, (s, v) => s with { Blur = s.Blur with { Far = v } }),
    ];
}
