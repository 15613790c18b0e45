namespace GenRefocus.Settings;

/// <summary>The members of <see cref="OutputSettings"/>, and the wish in words.</summary>
internal static class OutputMembers
{
    public static readonly SettingDescription[] All =
    [
        ChoiceSetting.Of<OutputView>(
            SettingPaths.OutputView, "--view",
            s => s.Output.View, (s, v) => s with { Output = s.Output with { View = v } },
            needs: value => value.Text switch
            {
                "mask" => RefocusFeatures.SubjectMask,
                "sharp" => RefocusFeatures.Deblur,
                _ => RefocusFeatures.None,
            }),
        ChoiceSetting.Of<OutputQuality>(
            "output.quality", "--quality",
            s => s.Output.Quality, (s, v) => s with { Output = s.Output with { Quality = v } }),
        new TextSetting(
            SettingPaths.Prompt, "--prompt", SettingKind.Text, RefocusSettings.MaxPromptLength,
            s => s.Prompt, (s, v) => s with { Prompt = v })
        {
            Stage = RefocusFeatures.Words,
        },
    ];
}
