namespace GenRefocus.Settings;

/// <summary>The members of <see cref="DepthSettings"/>.</summary>
internal static class DepthMembers
{
    public static readonly SettingDescription[] All =
    [
        new TextSetting(
            SettingPaths.DepthSource, "--depth", SettingKind.Path, TextSetting.MaxPathLength,
            s => s.Depth.Source, (s, v) => s with { Depth = s.Depth with { Source = v } })
        {
            Keywords = [DepthSettings.ModelSource],
        },
        ChoiceSetting.Of<DepthKind>(
            "depth.kind", "--depth-kind",
            s => s.Depth.Kind, (s, v) => s with { Depth = s.Depth with { Kind = v } }),
        new TextSetting(
            SettingPaths.DepthModel, "--depth-model", SettingKind.Path, TextSetting.MaxPathLength,
            s => s.Depth.Model, (s, v) => s with { Depth = s.Depth with { Model = v } })
        {
            Keywords = [DepthSettings.AutoModel],
            Needs = value => new DepthSettings { Model = value.Text }.IsModelFile ? RefocusFeatures.None : RefocusFeatures.ModelCatalogue,
            Neutral = SettingValue.FromText(DepthSettings.AutoModel),
        },
        ChoiceSetting.Of<DepthEdges>(
            "depth.edges", "--depth-edges",
            s => s.Depth.Edges, (s, v) => s with { Depth = s.Depth with { Edges = v } },
            neutral: SettingValue.FromText(SettingSpelling.Of(DepthEdges.Keep))),
        new TextSetting(
            SettingPaths.DepthEdits, "--depth-edits", SettingKind.Path, TextSetting.MaxPathLength,
            s => s.Depth.Edits, (s, v) => s with { Depth = s.Depth with { Edits = v } })
        {
            Stage = RefocusFeatures.DepthEdits,
        },
    ];
}
