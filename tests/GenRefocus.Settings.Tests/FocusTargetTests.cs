using CsCheck;

namespace GenRefocus.Settings.Tests;

public sealed class FocusTargetTests
{
    [Theory]
    [InlineData("auto", FocusTargetKind.Auto, "auto")]
    [InlineData(" Subject ", FocusTargetKind.Subject, "subject")]
    [InlineData("CENTER", FocusTargetKind.Center, "center")]
    [InlineData("near", FocusTargetKind.Near, "near")]
    [InlineData("far", FocusTargetKind.Far, "far")]
    [InlineData("50%,40%", FocusTargetKind.Point, "50%,40%")]
    [InlineData(" 33.3333% , 0.10% ", FocusTargetKind.Point, "33.33%,0.1%")]
    [InlineData("1200,800", FocusTargetKind.Point, "1200,800")]
    [InlineData("1200.5,0", FocusTargetKind.Point, "1200.5,0")]
    [InlineData("rect:10%,20%,30%,40%", FocusTargetKind.Rectangle, "rect:10%,20%,30%,40%")]
    [InlineData("rect:0,0,640,480", FocusTargetKind.Rectangle, "rect:0,0,640,480")]
    [InlineData("rect:66.67%,0%,33.33%,100%", FocusTargetKind.Rectangle, "rect:66.67%,0%,33.33%,100%")]
    [InlineData("2.5m", FocusTargetKind.Distance, "2.5m")]
    [InlineData("2.50 m", FocusTargetKind.Distance, "2.5m")]
    [InlineData("text:red cup", FocusTargetKind.Text, "text:red cup")]
    [InlineData("TEXT: Der rote Becher ", FocusTargetKind.Text, "text:Der rote Becher")]
    [InlineData("text:3,4", FocusTargetKind.Text, "text:3,4")]
    public void A_target_is_read_and_written_in_its_canonical_form(string text, FocusTargetKind kind, string canonical)
    {
        FocusTarget target = FocusTarget.Parse(text);
        Assert.Equal(kind, target.Kind);
        Assert.Equal(canonical, target.ToString());
        Assert.True(FocusTarget.TryParse(canonical, out FocusTarget? again));
        Assert.Equal(target, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("middle")]
    [InlineData("50,5%,40%")]
    [InlineData("50%")]
    [InlineData("50%,40")]
    [InlineData("50%,")]
    [InlineData("-1%,40%")]
    [InlineData("100.01%,40%")]
    [InlineData("1e9,1")]
    [InlineData("NaN,1")]
    [InlineData("1,2,3")]
    [InlineData("50%%,40%")]
    [InlineData("rect:10%,20%,30%")]
    [InlineData("rect:10%,20%,30%,0%")]
    [InlineData("rect:80%,20%,30%,10%")]
    [InlineData("rect:10,20%,30,40")]
    [InlineData("0m")]
    [InlineData("-2m")]
    [InlineData("1e300m")]
    [InlineData("2,5m")]
    [InlineData("m")]
    [InlineData("text:")]
    [InlineData("text:  ")]
    [InlineData("text:a\nb")]
    public void What_is_no_target_is_refused_with_the_name_of_the_member(string text)
    {
        Assert.StartsWith("focus.target: ", Assert.Throws<SettingsException>(() => FocusTarget.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(FocusTarget.TryParse(text, out _));
    }

    [Fact]
    public void Endless_words_are_refused()
    {
        Assert.True(FocusTarget.TryParse("text:" + new string('x', FocusTarget.MaxTextLength), out _));
        Assert.False(FocusTarget.TryParse("text:" + new string('x', FocusTarget.MaxTextLength + 1), out _));
        Assert.True(Assert.Throws<SettingsException>(() => FocusTarget.Parse(new string('x', 100_000))).Message.Length < 400);
    }

    [Fact]
    public void Nothing_is_no_target() => Assert.False(FocusTarget.TryParse(null, out _));

    [Fact]
    public void Every_target_reads_back_as_itself() =>
        Generate.AnyFocusTarget.Sample(target => FocusTarget.Parse(target.ToString()) == target);

    [Fact]
    public void A_point_in_pixels_keeps_its_place_in_per_cent() =>
        Gen.Select(Gen.Int[1, 12_000], Gen.Int[1, 12_000], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((width, height, x, y) =>
        {
            FocusTarget pixels = FocusTarget.Point(Math.Floor(x * width), Math.Floor(y * height), PositionUnit.Pixels);
            FocusTarget percent = pixels.InPercent(width, height);
            return percent.Unit == PositionUnit.Percent
                && Math.Abs((percent.X * width / 100) - pixels.X) <= (0.00501 * width / 100)
                && Math.Abs((percent.Y * height / 100) - pixels.Y) <= (0.00501 * height / 100);
        });

    [Fact]
    public void Every_rectangle_of_a_picture_can_be_given_in_per_cent() =>
        Gen.Select(Gen.Int[1, 60_000], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((size, start, share) =>
        {
            double left = Math.Min(Math.Floor(start * size), size - 1);
            double width = Math.Max(1, Math.Floor(share * (size - left)));
            FocusTarget percent = FocusTarget.Rectangle(left, 0, width, size, PositionUnit.Pixels).InPercent(size, size);
            return percent is { Unit: PositionUnit.Percent, Y: 0, Height: 100 } && percent.X + percent.Width <= 100.0001;
        });

    [Fact]
    public void A_place_outside_the_picture_is_refused()
    {
        Assert.Throws<SettingsException>(() => FocusTarget.Parse("640,100").InPercent(639, 480));
        Assert.Throws<SettingsException>(() => FocusTarget.Parse("rect:0,100,10,400").InPercent(640, 480));
    }

    [Fact]
    public void What_is_not_in_pixels_stays_as_it_is()
    {
        Assert.Equal(FocusTarget.Near, FocusTarget.Near.InPercent(10, 10));
        Assert.Equal(FocusTarget.Distance(3), FocusTarget.Distance(3).InPercent(10, 10));
        Assert.Equal(FocusTarget.Point(1, 2), FocusTarget.Point(1, 2).InPercent(10, 10));
    }
}
