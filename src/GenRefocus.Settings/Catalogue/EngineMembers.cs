namespace GenRefocus.Settings;

/// <summary>The members of <see cref="EngineSettings"/>.</summary>
internal static class EngineMembers
{
    private static readonly SettingValue Physical = SettingValue.FromText(SettingSpelling.Of(BokehStage.Physical));

    public static readonly SettingDescription[] All =
    [
        ChoiceSetting.Of<EngineName>(
            "engine.name", "--engine",
            s => s.Engine.Name, (s, v) => s with { Engine = s.Engine with { Name = v } },
            stage: RefocusFeatures.GenfocusEngine,
            neutral: SettingValue.FromText(SettingSpelling.Of(EngineName.Compact))),
        ChoiceSetting.Of<BokehStage>(
            "engine.bokeh", "--bokeh",
            s => s.Engine.Bokeh, (s, v) => s with { Engine = s.Engine with { Bokeh = v } },
            needs: value => value.Text switch
            {
                "hybrid" => RefocusFeatures.EdgeRefinement,
                "generative" => RefocusFeatures.GenerativeBokeh,
                _ => RefocusFeatures.None,
            },
            neutral: Physical,
            dependentDefault: s => SettingValue.FromText(SettingSpelling.Of((s.Engine with { Bokeh = null }).EffectiveBokeh))),
        new IntegerSetting(
            SettingPaths.EngineBokehSteps, "--bokeh-steps", EngineSettings.MinCompactBokehSteps, EngineSettings.MaxGenfocusBokehSteps,
            s => s.Engine.BokehSteps, (s, v) => s with { Engine = s.Engine with { BokehSteps = (int)v } })
        {
            DependentDefault = s => SettingValue.FromInteger((s.Engine with { BokehSteps = null }).EffectiveBokehSteps),
            Stage = RefocusFeatures.EdgeRefinement,
        },
        new TextSetting(
            SettingPaths.EnginePack, "--pack", SettingKind.Path, TextSetting.MaxPathLength,
            s => s.Engine.Pack, (s, v) => s with { Engine = s.Engine with { Pack = v } })
        {
            Stage = RefocusFeatures.GenfocusEngine,
        },
        new IntegerSetting(
            SettingPaths.EngineSeed, "--seed", EngineSettings.MinSeed, EngineSettings.MaxSeed,
            s => s.Engine.Seed, (s, v) => s with { Engine = s.Engine with { Seed = v } }),
    ];
}
