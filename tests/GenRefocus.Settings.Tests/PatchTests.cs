using CsCheck;

namespace GenRefocus.Settings.Tests;

public sealed class PatchTests
{
    [Fact]
    public void The_most_direct_source_wins_member_by_member() =>
        Gen.Select(Generate.Patch, Generate.Patch, Generate.Patch, Generate.Patch).Sample((flags, words, file, preset) =>
        {
            SettingsPatch merged = new SettingsLayers { Flags = flags, Words = words, File = file, Preset = preset }.Merge();
            return SettingsCatalog.All.All(member =>
                merged[member.Path] == (flags[member.Path] ?? words[member.Path] ?? file[member.Path] ?? preset[member.Path]));
        }, iter: 200);

    [Fact]
    public void A_flag_that_names_the_default_still_wins()
    {
        SettingsLayers layers = new()
        {
            Flags = SettingsPatch.Empty.With("blur.strength", SettingValue.FromNumber(1)),
            Preset = SettingsPatch.Empty.With("blur.strength", SettingValue.FromNumber(2)),
        };
        Assert.Equal(1, layers.Merge().Build().Blur.Strength);
    }

    [Fact]
    public void A_dependent_default_is_chosen_after_merging()
    {
        SettingsLayers layers = new()
        {
            Flags = SettingsPatch.Empty.With("aperture.shape", SettingValue.FromText("star")),
            File = SettingsPatch.Empty.With("aperture.shape", SettingValue.FromText("polygon")),
        };
        RefocusSettings settings = layers.Merge().Build();
        Assert.Null(settings.Aperture.Blades);
        Assert.Equal(5, settings.Aperture.EffectiveBlades);
    }

    [Fact]
    public void Settings_hold_every_value_of_their_patch() =>
        Generate.ConsistentPatch.Sample(patch =>
        {
            RefocusSettings settings = patch.Build();
            SettingsCatalog.Validate(settings);
            return patch.Members.All(member => member.Get(settings) == patch[member.Path]);
        }, iter: 300);

    [Fact]
    public void Settings_turn_into_patches_and_back() =>
        Generate.ConsistentPatch.Sample(patch =>
        {
            RefocusSettings settings = patch.Build();
            return SettingsPatch.FromSettings(settings).Build() == settings && SettingsPatch.Complete(settings).Build() == settings;
        }, iter: 300);

    [Fact]
    public void Default_settings_make_an_empty_patch()
    {
        Assert.Equal(SettingsPatch.Empty, SettingsPatch.FromSettings(new RefocusSettings()));
        Assert.Equal(0, SettingsPatch.Empty.Count);
    }

    [Fact]
    public void A_complete_patch_names_every_member_with_a_default() =>
        Assert.Equal(
            SettingsCatalog.All.Where(member => member.Default is not null),
            SettingsPatch.Complete(new RefocusSettings()).Members);

    [Fact]
    public void Patches_never_change()
    {
        SettingsPatch one = SettingsPatch.Empty.With("blur.k", SettingValue.FromInteger(100));
        SettingsPatch two = one.With("blur.k", SettingValue.FromInteger(200));
        Assert.Equal(100, one["blur.k"]?.Number);
        Assert.Equal(200, two["blur.k"]?.Number);
        Assert.Equal(SettingsPatch.Empty, two.Without("blur.k"));
        Assert.Same(two, two.Without("blur.far"));
        Assert.Equal(200, two["blur.k"]?.Number);
        Assert.NotEqual(one, two);
        Assert.Equal(one.GetHashCode(), SettingsPatch.Empty.With("blur.k", SettingValue.FromNumber(100)).GetHashCode());
    }
}
