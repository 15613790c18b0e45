namespace GenRefocus.Settings.Tests;

public sealed class ValueCheckTests
{
    public static TheoryData<string> Numbers => [.. SettingsCatalog.All.OfType<NumberSetting>().Select(member => member.Path)];

    public static TheoryData<string> Integers => [.. SettingsCatalog.All.OfType<IntegerSetting>().Select(member => member.Path)];

    public static TheoryData<string> Choices => [.. SettingsCatalog.All.OfType<ChoiceSetting>().Select(member => member.Path)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_taken_up_to_both_ends_and_refused_beyond(string path)
    {
        NumberSetting member = (NumberSetting)SettingsCatalog.Find(path)!;
        Assert.Equal(member.Min, member.Check(SettingValue.FromNumber(member.Min)).Number);
        AssertRefused(member, SettingValue.FromNumber(Math.BitDecrement(member.Min)));
        if (double.IsInfinity(member.Max))
            return;

        Assert.Equal(member.Max, member.Check(SettingValue.FromNumber(member.Max)).Number);
        AssertRefused(member, SettingValue.FromNumber(Math.BitIncrement(member.Max)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_that_is_not_finite_or_no_number_is_refused(string path)
    {
        SettingDescription member = SettingsCatalog.Find(path)!;
        AssertRefused(member, SettingValue.FromNumber(double.NaN));
        AssertRefused(member, SettingValue.FromNumber(double.PositiveInfinity));
        AssertRefused(member, SettingValue.FromNumber(double.NegativeInfinity));
        AssertRefused(member, SettingValue.FromText("1"));
        foreach (string text in (string[])["", "abc", "NaN", "Infinity", "1e999", "1,5", "0x1", "1 000", "½"])
            Assert.Contains(path, Assert.Throws<SettingsException>(() => member.ParseFlag(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void A_whole_number_is_taken_up_to_both_ends_and_refused_beyond(string path)
    {
        IntegerSetting member = (IntegerSetting)SettingsCatalog.Find(path)!;
        Assert.Equal(member.Min, member.Check(SettingValue.FromInteger(member.Min)).Integer);
        Assert.Equal(member.Max, member.Check(SettingValue.FromInteger(member.Max)).Integer);
        AssertRefused(member, SettingValue.FromInteger(member.Min - 1));
        if (member.Max < long.MaxValue)
            AssertRefused(member, SettingValue.FromInteger(member.Max + 1));
        AssertRefused(member, SettingValue.FromNumber(member.Min + 0.5));
        AssertRefused(member, SettingValue.FromNumber(double.NaN));
        AssertRefused(member, SettingValue.FromNumber(1e300));
        AssertRefused(member, SettingValue.FromText("5"));
        Assert.Throws<SettingsException>(() => member.ParseFlag("5.5"));
        Assert.Throws<SettingsException>(() => member.ParseFlag("9223372036854775808"));
    }

    [Fact]
    public void A_whole_number_may_come_as_a_double() =>
        Assert.Equal(SettingValue.FromInteger(8), SettingsCatalog.Find("aperture.blades")!.Check(SettingValue.FromNumber(8.0)));

    [Fact]
    public void The_greatest_seed_is_kept_exactly()
    {
        SettingsPatch patch = SettingsFlags.Add(SettingsPatch.Empty, SettingsCatalog.Find("engine.seed")!, "9223372036854775807");
        Assert.Equal(long.MaxValue, patch.Build().Engine.Seed);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_takes_each_of_its_words_and_no_other(string path)
    {
        ChoiceSetting member = (ChoiceSetting)SettingsCatalog.Find(path)!;
        foreach (string choice in member.Choices)
            Assert.Equal(choice, member.Get(member.Set(new RefocusSettings(), SettingValue.FromText(choice)))?.Text);
        AssertRefused(member, SettingValue.FromText("sideways"));
        AssertRefused(member, SettingValue.FromText(""));
        AssertRefused(member, SettingValue.FromInteger(0));
    }

    [Fact]
    public void A_refusal_names_member_value_and_range() =>
        Assert.Equal(
            "blur.fNumber: 100 is out of range; 0.5 to 64 is allowed",
            Assert.Throws<SettingsException>(() => SettingsPatch.Empty.With("blur.fNumber", SettingValue.FromInteger(100))).Message);

    [Fact]
    public void An_unknown_member_is_refused_by_name() =>
        Assert.Equal(
            "blur.fnumber: is not a setting",
            Assert.Throws<SettingsException>(() => SettingsPatch.Empty.With("blur.fnumber", SettingValue.FromInteger(2))).Message);

    [Theory]
    [InlineData("aperture.image")]
    [InlineData("depth.source")]
    [InlineData("depth.model")]
    [InlineData("depth.edits")]
    [InlineData("engine.pack")]
    public void A_path_is_neither_empty_nor_endless_nor_holds_control_characters(string path)
    {
        foreach (string text in (string[])["", "  ", "a\0b", "a\nb", new string('x', TextSetting.MaxPathLength + 1)])
            Assert.Equal(path, Assert.Throws<SettingsException>(() => SettingsPatch.Empty.With(path, SettingValue.FromText(text))).Member);
    }

    [Fact]
    public void Words_may_have_2000_characters_and_no_more()
    {
        Assert.Equal(2000, SettingsPatch.Empty.With("prompt", SettingValue.FromText(new string('x', 2000))).Build().Prompt!.Length);
        Assert.Throws<SettingsException>(() => SettingsPatch.Empty.With("prompt", SettingValue.FromText(new string('x', 2001))));
    }

    [Theory]
    [InlineData("compact", "deblur.steps", 8, 9)]
    [InlineData("genfocus", "deblur.steps", 8, 7)]
    [InlineData("compact", "engine.bokehSteps", 4, 5)]
    [InlineData("genfocus", "engine.bokehSteps", 50, 7)]
    public void The_range_of_steps_depends_on_the_engine(string engine, string path, int good, int bad)
    {
        SettingsPatch patch = SettingsPatch.Empty.With("engine.name", SettingValue.FromText(engine));
        Assert.Equal(good, SettingsCatalog.Find(path)!.Get(patch.With(path, SettingValue.FromInteger(good)).Build())?.Integer);
        string message = Assert.Throws<SettingsException>(() => patch.With(path, SettingValue.FromInteger(bad)).Build()).Message;
        Assert.Contains(engine, message, StringComparison.Ordinal);
        Assert.StartsWith(path, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shape_image_needs_a_picture()
    {
        SettingsPatch patch = SettingsPatch.Empty.With("aperture.shape", SettingValue.FromText("image"));
        Assert.Equal("aperture.shape", Assert.Throws<SettingsException>(patch.Build).Member);
        Assert.Equal("a.png", patch.With("aperture.image", SettingValue.FromText("a.png")).Build().Aperture.Image);
    }

    [Fact]
    public void Settings_made_in_code_are_checked_like_any_other()
    {
        SettingsCatalog.Validate(new RefocusSettings());
        Assert.Equal("blur.k", Assert.Throws<SettingsException>(() => SettingsCatalog.Validate(new() { Blur = new() { K = double.NaN } })).Member);
        Assert.Equal("output.view", Assert.Throws<SettingsException>(() => SettingsCatalog.Validate(new() { Output = new() { View = (OutputView)99 } })).Member);
        Assert.Equal("deblur.steps", Assert.Throws<SettingsException>(() => SettingsCatalog.Validate(new() { Deblur = new() { Steps = 20 } })).Member);
    }

    private static void AssertRefused(SettingDescription member, SettingValue value)
    {
        SettingsException refused = Assert.Throws<SettingsException>(() => member.Check(value));
        Assert.Equal(member.Path, refused.Member);
        Assert.Contains(value.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Contains(member.Allowed, refused.Message, StringComparison.Ordinal);
    }
}
