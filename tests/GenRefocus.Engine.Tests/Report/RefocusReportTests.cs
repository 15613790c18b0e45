using System.Globalization;
using System.Text.Json;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

public sealed class RefocusReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RefocusPipeline _pipeline = new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu });
    private readonly Photo _photo = TestPhoto.Make();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pipeline.Dispose();
        _photo.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Json_holds_the_settings_and_what_was_found()
    {
        RefocusReport report = Report();
        using JsonDocument json = JsonDocument.Parse(report.ToUtf8Json());
        JsonElement root = json.RootElement;
        Assert.Equal("50%,50%", root.GetProperty("settings").GetProperty("focus").GetProperty("target").GetString());
        Assert.Equal(12.5, root.GetProperty("blur").GetProperty("k").GetDouble());
        Assert.Equal("point", root.GetProperty("focus").GetProperty("method").GetString());
        Assert.Equal("file", root.GetProperty("depth").GetProperty("source").GetString());
        Assert.False(root.GetProperty("depth").TryGetProperty("model", out _));
        Assert.True(root.GetProperty("seconds").GetProperty("render").GetDouble() >= 0);
        Assert.False(root.TryGetProperty("portableSettings", out _));
    }

    [Fact]
    public void Properties_make_the_same_settings_again_without_times_or_folders()
    {
        IReadOnlyDictionary<string, string> properties = Report().ToXmpProperties();
        Assert.DoesNotContain(properties, p => p.Value.Contains(_folder.Path, StringComparison.Ordinal) || p.Key.Contains("econds", StringComparison.Ordinal));
        RefocusSettings again = SettingsDocument.Parse(System.Text.Encoding.UTF8.GetBytes(properties["Settings"])).Patch.Build();
        Assert.Equal("depth.png", again.Depth.Source);
        Assert.Equal((12.5, FocusTarget.Parse("50%,50%")), (again.Blur.K!.Value, again.Focus.Target));
        Assert.Equal(("12.5", "point", "file"), (properties["K"], properties["FocusMethod"], properties["DepthSource"]));
    }

    [Fact]
    public void Properties_survive_a_packet_and_have_decimal_points_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            IReadOnlyDictionary<string, string> properties = Report().ToXmpProperties();
            XmpPacket packet = XmpPacket.Empty();
            packet.SetProperties(properties);
            Assert.Equal(properties.OrderBy(p => p.Key), XmpPacket.TryParse(packet.ToBytes())!.Properties.OrderBy(p => p.Key));
            Assert.Equal("12.5", properties["K"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private RefocusReport Report()
    {
        RefocusSettings settings = new()
        {
            Depth = new DepthSettings { Source = TestPhoto.WriteDepth(_folder.Path) },
            Focus = new FocusSettings { Target = FocusTarget.Parse("96,64") },
            Blur = new BlurSettings { K = 12.5 },
        };
        using RefocusResult result = _pipeline.Refocus(_photo, new RefocusRequest(settings), null, Token);
        return result.Report;
    }
}
