using System.Globalization;

namespace GenRefocus.Settings.Tests;

public sealed class FlagTests
{
    [Theory]
    [InlineData("f/1.8", 1.8)]
    [InlineData("F/1.8", 1.8)]
    [InlineData("1.8", 1.8)]
    [InlineData(" f/16 ", 16)]
    public void An_f_number_may_be_written_as_photographers_do(string text, double expected) =>
        Assert.Equal(expected, Read("--aperture", text).Build().Blur.FNumber);

    [Theory]
    [InlineData("f/")]
    [InlineData("f1.8")]
    [InlineData("1/1.8")]
    [InlineData("f/1,8")]
    [InlineData("f/0.4")]
    public void What_is_no_f_number_is_refused(string text) =>
        Assert.Equal("blur.fNumber", Assert.Throws<SettingsException>(() => Read("--aperture", text)).Member);

    [Theory]
    [InlineData("triangle", 3)]
    [InlineData("square", 4)]
    [InlineData("pentagon", 5)]
    [InlineData("Hexagon", 6)]
    [InlineData("heptagon", 7)]
    [InlineData("octagon", 8)]
    public void A_polygon_may_be_called_by_its_name(string name, int blades)
    {
        ApertureSettings aperture = Read("--shape", name).Build().Aperture;
        Assert.Equal(ApertureShape.Polygon, aperture.Shape);
        Assert.Equal(blades, aperture.Blades);
    }

    [Theory]
    [InlineData("star.png")]
    [InlineData("./star")]
    [InlineData("C:\\openings\\star")]
    public void A_shape_may_be_a_picture(string path)
    {
        ApertureSettings aperture = Read("--shape", path).Build().Aperture;
        Assert.Equal(ApertureShape.Image, aperture.Shape);
        Assert.Equal(path, aperture.Image);
    }

    [Fact]
    public void A_misspelt_shape_is_answered_with_all_shapes()
    {
        string message = Assert.Throws<SettingsException>(() => Read("--shape", "hexgon")).Message;
        Assert.Contains("hexgon", message, StringComparison.Ordinal);
        Assert.Contains("heart", message, StringComparison.Ordinal);
        Assert.Contains("hexagon", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_that_contradict_each_other_are_refused()
    {
        SettingsPatch hexagon = Read("--shape", "hexagon");
        Assert.Equal(hexagon, SettingsFlags.Add(hexagon, Member("--blades"), "6"));
        Assert.Equal("aperture.blades", Assert.Throws<SettingsException>(() => SettingsFlags.Add(hexagon, Member("--blades"), "5")).Member);
        SettingsPatch picture = Read("--shape", "a.png");
        Assert.Throws<SettingsException>(() => SettingsFlags.Add(picture, Member("--aperture-image"), "b.png"));
    }

    [Fact]
    public void Every_default_can_be_typed()
    {
        foreach (SettingDescription member in SettingsCatalog.All.Where(member => member.Default is not null))
            Assert.Equal(member.Default, member.ParseFlag(member.Default!.Value.ToString())[member.Path]);
    }

    [Fact]
    public void A_culture_with_a_decimal_comma_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NumberGroupSeparator = ".";
        comma.NumberFormat.NegativeSign = "−";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal("0,5", $"{0.5}");
            Assert.Equal(0.5, Read("--strength", "0.5").Build().Blur.Strength);
            Assert.Throws<SettingsException>(() => Read("--strength", "0,5"));
            Assert.Equal("12.5%,3.25%", FocusTarget.Parse("12.5%,3.25%").ToString());
            Assert.Equal("2.5m", FocusTarget.Parse("2.5m").ToString());
            Assert.Equal("-0.5", SettingValue.FromNumber(-0.5).ToString());
            SettingsDocument document = new(SettingsPatch.Empty.With("focus.tilt", SettingValue.FromNumber(-1.5)));
            Assert.Equal(document, SettingsDocument.Parse(document.ToUtf8()));
            Assert.Contains("0.5 to 64", Assert.Throws<SettingsException>(() => Read("--aperture", "0.25")).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SettingDescription Member(string flag) => SettingsCatalog.All.Single(member => member.Flag == flag);

    private static SettingsPatch Read(string flag, string text) => SettingsFlags.Add(SettingsPatch.Empty, Member(flag), text);
}
