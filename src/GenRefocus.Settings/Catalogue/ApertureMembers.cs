namespace GenRefocus.Settings;

/// <summary>The members of <see cref="ApertureSettings"/>.</summary>
internal static class ApertureMembers
{
    public static readonly SettingDescription[] All =
    [
        ChoiceSetting.Of<ApertureShape>(
            SettingPaths.ApertureShape, "--shape",
            s => s.Aperture.Shape, (s, v) => s with { Aperture = s.Aperture with { Shape = v } },
            flagSugar: ApertureShapeFlag.Parse),
        new IntegerSetting(
            SettingPaths.ApertureBlades, "--blades", ApertureSettings.MinBlades, ApertureSettings.MaxBlades,
            s => s.Aperture.Blades, (s, v) => s with { Aperture = s.Aperture with { Blades = (int)v } })
        {
            DependentDefault = s => SettingValue.FromInteger((s.Aperture with { Blades = null }).EffectiveBlades),
        },
        new NumberSetting(
            "aperture.curvature", "--curvature", ApertureSettings.MinCurvature, ApertureSettings.MaxCurvature,
            s => s.Aperture.Curvature, (s, v) => s with { Aperture = s.Aperture with { Curvature = v } }),
        new NumberSetting(
            "aperture.rotation", "--rotation", ApertureSettings.MinRotation, ApertureSettings.MaxRotation,
            s => s.Aperture.Rotation, (s, v) => s with { Aperture = s.Aperture with { Rotation = v } })
        {
            Unit = "°",
        },
        new NumberSetting(
            "aperture.inner", "--inner", ApertureSettings.MinInner, ApertureSettings.MaxInner,
            s => s.Aperture.Inner, (s, v) => s with { Aperture = s.Aperture with { Inner = v } })
        {
            DependentDefault = s => SettingValue.FromNumber((s.Aperture with { Inner = null }).EffectiveInner),
        },
        new TextSetting(
            SettingPaths.ApertureImage, "--aperture-image", SettingKind.Path, TextSetting.MaxPathLength,
            s => s.Aperture.Image, (s, v) => s with { Aperture = s.Aperture with { Image = v } })
        {
            IsEmbedded = ApertureImage.IsEmbedded,
        },
        new NumberSetting(
            "aperture.catEye", "--cat-eye", ApertureSettings.MinCatEye, ApertureSettings.MaxCatEye,
            s => s.Aperture.CatEye, (s, v) => s with { Aperture = s.Aperture with { CatEye = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.CatEye,
        },
        new NumberSetting(
            "aperture.bubble", "--bubble", ApertureSettings.MinBubble, ApertureSettings.MaxBubble,
            s => s.Aperture.Bubble, (s, v) => s with { Aperture = s.Aperture with { Bubble = v } })
        {
            Neutral = SettingValue.FromNumber(0),
        },
        new NumberSetting(
            "aperture.anamorphic", "--anamorphic", ApertureSettings.MinAnamorphic, ApertureSettings.MaxAnamorphic,
            s => s.Aperture.Anamorphic, (s, v) => s with { Aperture = s.Aperture with { Anamorphic = v } })
        {
            Neutral = SettingValue.FromNumber(1),
        },
        new NumberSetting(
            "aperture.swirl", "--swirl", ApertureSettings.MinSwirl, ApertureSettings.MaxSwirl,
            s => s.Aperture.Swirl, (s, v) => s with { Aperture = s.Aperture with { Swirl = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.Swirl,
        },
        new NumberSetting(
            "aperture.fringing", "--fringing", ApertureSettings.MinFringing, ApertureSettings.MaxFringing,
            s => s.Aperture.Fringing, (s, v) => s with { Aperture = s.Aperture with { Fringing = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.Fringing,
        },
        new NumberSetting(
            "aperture.lateralColour", "--lateral-colour", ApertureSettings.MinLateralColour, ApertureSettings.MaxLateralColour,
            s => s.Aperture.LateralColour, (s, v) => s with { Aperture = s.Aperture with { LateralColour = v } })
        {
            Neutral = SettingValue.FromNumber(0),
            Stage = RefocusFeatures.LateralColour,
        },
    ];
}
