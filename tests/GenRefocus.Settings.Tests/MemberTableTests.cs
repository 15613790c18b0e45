namespace GenRefocus.Settings.Tests;

/// <summary>The table of members, written by hand and compared with the catalogue row by row.</summary>
public sealed class MemberTableTests
{
    private const string Free = "the path of a file";

    /// <summary>JSON path, flag, kind, what is allowed, default as stored (absent: null), unit.</summary>
    public static TheoryData<string, string, SettingKind, string, string?, string> Rows => new()
    {
        {
            "focus.target", "--focus", SettingKind.FocusTarget,
            "auto, subject, center, near, far, a point as 50%,40% or 1200,800, rect:10%,20%,30%,40%, a distance as 2.5m, or text:red cup", "auto", ""
        },
        { "focus.disparity", "--focus-disparity", SettingKind.Number, "0 or more", null, "" },
        { "focus.range", "--focus-range", SettingKind.Number, "0 to 1", "0", "" },
        { "focus.rangeSoftness", "--focus-range-softness", SettingKind.Number, "0 to 1", "0.5", "" },
        { "focus.tilt", "--tilt", SettingKind.Number, "-2 to 2", "0", "" },
        { "focus.tiltDirection", "--tilt-direction", SettingKind.Number, "0 to 360", "90", "°" },
        { "blur.fNumber", "--aperture", SettingKind.Number, "0.5 to 64", "2", "" },
        { "blur.strength", "--strength", SettingKind.Number, "0 to 4", "1", "" },
        { "blur.k", "--k", SettingKind.Number, "0 to 4096", null, "px" },
        { "blur.camera", "--camera", SettingKind.Choice, "full-frame or photo", "full-frame", "" },
        { "blur.nearestDistance", "--nearest-distance", SettingKind.Number, "0.05 to 1000", "1", "m" },
        { "blur.near", "--near", SettingKind.Number, "0 to 2", "1", "" },
        { "blur.far", "--far", SettingKind.Number, "0 to 2", "1", "" },
        { "aperture.shape", "--shape", SettingKind.Choice, "disc, polygon, star, heart, ring or image", "disc", "" },
        { "aperture.blades", "--blades", SettingKind.Integer, "a whole number from 3 to 16", null, "" },
        { "aperture.curvature", "--curvature", SettingKind.Number, "0 to 1", "0", "" },
        { "aperture.rotation", "--rotation", SettingKind.Number, "-180 to 180", "0", "°" },
        { "aperture.inner", "--inner", SettingKind.Number, "0 to 0.95", null, "" },
        { "aperture.image", "--aperture-image", SettingKind.Path, Free, null, "" },
        { "aperture.catEye", "--cat-eye", SettingKind.Number, "0 to 1", "0", "" },
        { "aperture.bubble", "--bubble", SettingKind.Number, "-1 to 1", "0", "" },
        { "aperture.anamorphic", "--anamorphic", SettingKind.Number, "0.4 to 2.5", "1", "" },
        { "aperture.swirl", "--swirl", SettingKind.Number, "0 to 1", "0", "" },
        { "aperture.fringing", "--fringing", SettingKind.Number, "-1 to 1", "0", "" },
        { "aperture.lateralColour", "--lateral-colour", SettingKind.Number, "-1 to 1", "0", "" },
        { "light.highlights", "--highlights", SettingKind.Number, "0 to 8", "1", "" },
        { "light.threshold", "--highlight-threshold", SettingKind.Number, "0.3 to 0.99", "0.85", "" },
        { "light.bloom", "--bloom", SettingKind.Number, "0 to 1", "0", "" },
        { "light.grain", "--grain", SettingKind.Number, "0 to 1", "1", "" },
        { "depth.source", "--depth", SettingKind.Path, "model or " + Free, "model", "" },
        { "depth.kind", "--depth-kind", SettingKind.Choice, "auto, disparity, depth or metric", "auto", "" },
        { "depth.model", "--depth-model", SettingKind.Path, "auto or " + Free, "auto", "" },
        { "depth.edges", "--depth-edges", SettingKind.Choice, "snap or keep", "snap", "" },
        { "depth.edits", "--depth-edits", SettingKind.Path, Free, null, "" },
        { "deblur.mode", "--deblur", SettingKind.Choice, "auto, on or off", "auto", "" },
        { "deblur.steps", "--deblur-steps", SettingKind.Integer, "a whole number from 1 to 50", null, "" },
        { "engine.name", "--engine", SettingKind.Choice, "compact or genfocus", "compact", "" },
        { "engine.bokeh", "--bokeh", SettingKind.Choice, "physical, generative or hybrid", null, "" },
        { "engine.bokehSteps", "--bokeh-steps", SettingKind.Integer, "a whole number from 1 to 50", null, "" },
        { "engine.pack", "--pack", SettingKind.Path, Free, null, "" },
        { "engine.seed", "--seed", SettingKind.Integer, "a whole number from 0 to 9223372036854775807", "42", "" },
        { "output.view", "--view", SettingKind.Choice, "result, depth, defocus, peaking, kernel, mask or sharp", "result", "" },
        { "output.quality", "--quality", SettingKind.Choice, "preview or final", "final", "" },
        { "prompt", "--prompt", SettingKind.Text, "a text of up to 2000 characters", null, "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_member_is_as_the_table_says(string path, string flag, SettingKind kind, string allowed, string? stored, string unit)
    {
        SettingDescription member = Assert.IsAssignableFrom<SettingDescription>(SettingsCatalog.Find(path));
        Assert.Equal(flag, member.Flag);
        Assert.Equal(kind, member.Kind);
        Assert.Equal(allowed, member.Allowed);
        Assert.Equal(stored, member.Default?.ToString());
        Assert.Equal(unit, member.Unit);
    }

    [Fact]
    public void The_catalogue_has_no_member_beyond_the_table() =>
        Assert.Equal([.. Rows.Select(row => row.Data.Item1)], SettingsCatalog.All.Select(member => member.Path));

    [Fact]
    public void The_groups_stand_in_the_order_of_the_table() =>
        Assert.Equal(["focus", "blur", "aperture", "light", "depth", "deblur", "engine", "output"], SettingsCatalog.Groups);

    [Fact]
    public void No_two_members_share_a_flag() =>
        Assert.Equal(SettingsCatalog.All.Count, SettingsCatalog.All.Select(member => member.Flag).Distinct().Count());

    [Theory]
    [InlineData("aperture.blades", "aperture.shape", "polygon", "6")]
    [InlineData("aperture.blades", "aperture.shape", "star", "5")]
    [InlineData("aperture.inner", "aperture.shape", "ring", "0.4")]
    [InlineData("aperture.inner", "aperture.shape", "star", "0.45")]
    [InlineData("deblur.steps", "engine.name", "compact", "1")]
    [InlineData("deblur.steps", "engine.name", "genfocus", "28")]
    [InlineData("engine.bokehSteps", "engine.name", "compact", "1")]
    [InlineData("engine.bokehSteps", "engine.name", "genfocus", "28")]
    [InlineData("engine.bokeh", "engine.name", "compact", "physical")]
    [InlineData("engine.bokeh", "engine.name", "genfocus", "hybrid")]
    public void A_dependent_default_follows_the_other_member(string path, string other, string choice, string expected)
    {
        RefocusSettings settings = SettingsPatch.Empty.With(other, SettingValue.FromText(choice)).Build();
        SettingDescription member = SettingsCatalog.Find(path)!;
        Assert.Null(member.Get(settings));
        Assert.Equal(expected, member.EffectiveDefault(settings)?.ToString());
    }

    [Fact]
    public void Values_in_force_take_what_is_given_before_what_is_usual()
    {
        Assert.Equal(9, new ApertureSettings { Shape = ApertureShape.Star, Blades = 9 }.EffectiveBlades);
        Assert.Equal(0.7, new ApertureSettings { Shape = ApertureShape.Ring, Inner = 0.7 }.EffectiveInner);
        Assert.Equal(12, new DeblurSettings { Steps = 12 }.StepsFor(EngineName.Genfocus));
        Assert.Equal(3, new EngineSettings { BokehSteps = 3 }.EffectiveBokehSteps);
        Assert.Equal(BokehStage.Hybrid, new EngineSettings { Bokeh = BokehStage.Hybrid }.EffectiveBokeh);
    }

    [Fact]
    public void A_record_made_without_arguments_has_the_defaults_of_the_table() => Assert.Equal(SettingsPatch.Empty.Build(), new RefocusSettings());
}
