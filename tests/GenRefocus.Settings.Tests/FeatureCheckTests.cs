namespace GenRefocus.Settings.Tests;

public sealed class FeatureCheckTests
{
    private const RefocusFeatures Everything = (RefocusFeatures)int.MaxValue;

    [Fact]
    public void Defaults_are_accepted_without_any_stage_and_those_without_effect_are_named()
    {
        FeatureReport report = FeatureCheck.Check(new RefocusSettings(), RefocusFeatures.None);
        Assert.Empty(report.Warnings);
        Assert.Equal(["light.grain", "deblur.mode"], report.WithoutEffect);
    }

    [Fact]
    public void With_every_stage_everything_has_an_effect() =>
        Assert.Empty(FeatureCheck.Check(new RefocusSettings(), Everything).WithoutEffect);

    [Theory]
    [InlineData("--grain", "0")]
    [InlineData("--bloom", "0")]
    [InlineData("--cat-eye", "0")]
    [InlineData("--swirl", "0")]
    [InlineData("--fringing", "0")]
    [InlineData("--lateral-colour", "0")]
    [InlineData("--deblur", "off")]
    [InlineData("--depth-edges", "keep")]
    [InlineData("--bokeh", "physical")]
    [InlineData("--engine", "compact")]
    [InlineData("--depth-model", "auto")]
    public void A_neutral_value_needs_no_stage(string flag, string text)
    {
        FeatureReport report = FeatureCheck.Check(Read(flag, text), RefocusFeatures.None);
        Assert.Empty(report.Warnings);
        Assert.DoesNotContain(Member(flag).Path, report.WithoutEffect);
    }

    [Theory]
    [InlineData("--deblur", "on", RefocusFeatures.Deblur)]
    [InlineData("--deblur-steps", "1", RefocusFeatures.Deblur)]
    [InlineData("--engine", "genfocus", RefocusFeatures.GenfocusEngine)]
    [InlineData("--bokeh", "generative", RefocusFeatures.GenerativeBokeh)]
    [InlineData("--bokeh", "hybrid", RefocusFeatures.EdgeRefinement)]
    [InlineData("--bokeh-steps", "2", RefocusFeatures.EdgeRefinement)]
    [InlineData("--pack", "one", RefocusFeatures.GenfocusEngine)]
    [InlineData("--depth-edits", "strokes.json", RefocusFeatures.DepthEdits)]
    [InlineData("--depth-model", "depth-small", RefocusFeatures.ModelCatalogue)]
    [InlineData("--bloom", "0.5", RefocusFeatures.Bloom)]
    [InlineData("--grain", "0.5", RefocusFeatures.Grain)]
    [InlineData("--cat-eye", "0.5", RefocusFeatures.CatEye)]
    [InlineData("--swirl", "0.5", RefocusFeatures.Swirl)]
    [InlineData("--fringing", "-0.5", RefocusFeatures.Fringing)]
    [InlineData("--lateral-colour", "0.5", RefocusFeatures.LateralColour)]
    [InlineData("--view", "mask", RefocusFeatures.SubjectMask)]
    [InlineData("--view", "sharp", RefocusFeatures.Deblur)]
    [InlineData("--focus", "text:red cup", RefocusFeatures.TextMask)]
    [InlineData("--prompt", "creamy", RefocusFeatures.Words)]
    public void A_member_whose_stage_is_missing_is_refused_in_one_sentence_that_names_it(string flag, string text, RefocusFeatures feature)
    {
        RefocusSettings settings = Read(flag, text);
        SettingsException refused = Assert.Throws<SettingsException>(() => FeatureCheck.Check(settings, Everything & ~feature));
        Assert.Equal(Member(flag).Path, refused.Member);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.Contains(SettingTexts.English.Feature(feature), refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Empty(FeatureCheck.Check(settings, Everything).Warnings);
    }

    [Theory]
    [InlineData("--bubble", "0.5")]
    [InlineData("--anamorphic", "2")]
    [InlineData("--depth-model", "mine.ONNX")]
    [InlineData("--depth", "depth.png")]
    [InlineData("--view", "peaking")]
    [InlineData("--view", "kernel")]
    [InlineData("--view", "defocus")]
    [InlineData("--view", "depth")]
    [InlineData("--seed", "7")]
    [InlineData("--focus", "near")]
    [InlineData("--highlights", "4")]
    [InlineData("--shape", "heart")]
    public void What_the_renderer_itself_does_needs_no_stage(string flag, string text) =>
        Assert.Empty(FeatureCheck.Check(Read(flag, text), RefocusFeatures.None).Warnings);

    [Fact]
    public void Members_without_effect_can_be_told_from_the_others() =>
        Assert.Equal(
            [
                "aperture.catEye", "aperture.swirl", "aperture.fringing", "aperture.lateralColour", "light.bloom", "light.grain", "depth.edits",
                "deblur.mode", "deblur.steps", "engine.name", "engine.bokehSteps", "engine.pack", "prompt",
            ],
            SettingsCatalog.All.Where(member => member.Stage != RefocusFeatures.None).Select(member => member.Path));

    [Fact]
    public void Without_a_subject_mask_the_subject_falls_back_with_a_warning()
    {
        string warning = Assert.Single(FeatureCheck.Check(Read("--focus", "subject"), RefocusFeatures.None).Warnings);
        Assert.Contains("focus.target", warning, StringComparison.Ordinal);
        Assert.Contains("auto", warning, StringComparison.Ordinal);
        Assert.Empty(FeatureCheck.Check(Read("--focus", "subject"), RefocusFeatures.SubjectMask).Warnings);
    }

    [Fact]
    public void A_picture_that_no_shape_uses_is_worth_a_warning()
    {
        Assert.Contains("aperture.image", Assert.Single(FeatureCheck.Check(Read("--aperture-image", "a.png"), Everything).Warnings), StringComparison.Ordinal);
        Assert.Empty(FeatureCheck.Check(Read("--shape", "a.png"), Everything).Warnings);
    }

    private static SettingDescription Member(string flag) => SettingsCatalog.All.Single(member => member.Flag == flag);

    private static RefocusSettings Read(string flag, string text) => SettingsFlags.Add(SettingsPatch.Empty, Member(flag), text).Build();
}
