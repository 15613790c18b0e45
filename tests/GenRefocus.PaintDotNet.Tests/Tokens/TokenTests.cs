using System.Globalization;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.PaintDotNet.Tests.Engines;
using GenRefocus.PaintDotNet.Tests.Host;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Tokens;

[Collection(nameof(OneHost))]
public sealed class TokenTests : IDisposable
{
    private readonly Installation _installation = new(hasEngine: false);
    private readonly FakeEngine _engine;
    private readonly EffectHost _host;

    public TokenTests()
    {
        _engine = new FakeEngine(_installation.Endpoint);
        _host = new EffectHost(_installation, HostPixels.Make(200, 100, 1));
    }

    public void Dispose()
    {
        _host.Dispose();
        _engine.Dispose();
        _installation.Dispose();
    }

    [Fact]
    public void A_dialog_that_nobody_touched_asks_for_nothing() => Assert.Equal("{\"version\":1}", Sent());

    [Fact]
    public void Only_what_was_changed_is_sent()
    {
        _host.With("FNumber", 1.4).With("BlurFar", false).With("Shape", "polygon").With("Blades", 8).With("View", "depth").With("Quality", "preview");
        Assert.Equal(
            "{\"version\":1,\"blur\":{\"fNumber\":1.4,\"far\":0},\"aperture\":{\"shape\":\"polygon\",\"blades\":8},\"output\":{\"view\":\"depth\",\"quality\":\"preview\"}}", Sent());
    }

    [Fact]
    public void What_does_not_apply_is_not_sent()
    {
        _host.With("Shape", "star").With("Points", 9).With("Shape", "ring").With("Inner", 0.6).With("FocusPoint", new global::PaintDotNet.Pair<double, double>(0.5, 0)).With("FocusOn", "far");
        Assert.Equal("{\"version\":1,\"focus\":{\"target\":\"far\"},\"aperture\":{\"shape\":\"ring\",\"inner\":0.6}}", Sent());
    }

    [Theory]
    [InlineData(0.5, -0.5, "75%,25%")]
    [InlineData(-1, 1, "0%,100%")]
    [InlineData(0.001, 0, "50.05%,50%")]
    public void A_point_is_a_share_of_the_picture(double x, double y, string target)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        _host.With("FocusPoint", new global::PaintDotNet.Pair<double, double>(x, y));
        Assert.Equal($"{{\"version\":1,\"focus\":{{\"target\":\"{target}\"}}}}", Sent());
        CultureInfo.CurrentCulture = before;
    }

    [Fact]
    public void A_shape_without_its_picture_waits_for_it()
    {
        _host.With("Shape", "image");
        Assert.Equal("{\"version\":1}", Sent());
        _host.With("ShapeImage", "/pictures/heart.png");
        Assert.Equal("{\"version\":1,\"aperture\":{\"shape\":\"image\",\"image\":\"/pictures/heart.png\"}}", Sent());
    }

    [Fact]
    public void Words_fill_what_the_controls_leave_open()
    {
        _engine.WordsMean = "{\"version\":1,\"blur\":{\"fNumber\":1.2,\"strength\":2},\"aperture\":{\"shape\":\"star\",\"catEye\":0.5}}";
        _host.With("Prompt", " creamy stars ").With("FNumber", 4.0);
        string expected = "{\"version\":1,\"blur\":{\"fNumber\":4,\"strength\":2},\"aperture\":{\"shape\":\"star\"}}";
        Assert.Equal(expected, Sent());
        _host.With("FNumber", 5.6);
        Assert.Equal(expected.Replace("4,", "5.6,", StringComparison.Ordinal), Sent());
        Assert.Equal(["creamy stars"], _engine.Prompts);
    }

    [Fact]
    public void The_same_token_is_rendered_once()
    {
        Sent();
        Assert.True(_host.Preview().IsWhole);
        Assert.Single(_engine.Renders);
    }

    [Fact]
    public void Focal_length_and_distances_of_the_document_are_sent()
    {
        static ExifPropertyItem Item(ushort tag, ExifValueType type, params uint[] numbers) => new(
            new ExifPropertyPath(ExifSection.Photo, tag),
            new ExifValue(type, [.. numbers.SelectMany(number => type == ExifValueType.Short ? BitConverter.GetBytes((ushort)number) : BitConverter.GetBytes(number))]));

        ExifPropertyItem[] exif =
        [
            Item(0x920A, ExifValueType.Rational, 350, 10), Item(0xA405, ExifValueType.Short, 52), Item(0x829D, ExifValueType.Rational, 28, 10), Item(0x9206, ExifValueType.Rational, 5, 2),
            Item(0xA002, ExifValueType.Long, 200), Item(0xA003, ExifValueType.Short, 100), Item(0x9214, ExifValueType.Short, 100, 50, 20, 10),
        ];
        using EffectHost host = new(_installation, _host.Source, exif: exif);
        Assert.True(host.Preview().IsWhole);
        ImageMetadata expected = new() { FocalLength = 35, FocalLength35 = 52, FNumber = 2.8, SubjectDistance = 2.5, SubjectArea = new AreaInfo(100, 50, 20, 10) };
        Assert.Equal(expected, _engine.Opened.Last().Metadata);

        // Of a crop the camera's coordinates say nothing, and broken numbers are none.
        using EffectHost cropped = new(_installation, HostPixels.Make(150, 100, 1), exif: [.. exif.Skip(1), Item(0x920A, ExifValueType.Rational, 350, 0)]);
        Assert.True(cropped.Preview().IsWhole);
        Assert.Equal(expected with { FocalLength = null, SubjectArea = null }, _engine.Opened.Last().Metadata);
    }

    private string Sent()
    {
        Assert.True(_host.Preview().IsWhole);
        Assert.Empty(_host.Services.Shown);
        return _engine.Renders.Last().GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }
}
