using System.Globalization;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.PaintDotNet.Tests.Rendering;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.PaintDotNet.Tests.Engines;

/// <summary>The shipping plug-in with the engine that it starts itself.</summary>
[Collection(nameof(OneHost))]
public sealed class RealEngineTests : IDisposable
{
    private readonly Installation _installation = new(hasEngine: true);

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_pixels_are_those_of_the_command_line(bool isTransparent)
    {
        HostPixels source = HostPixels.Make(320, 240, 1, isTransparent);
        using EffectHost host = new(_installation, source);
        Compare(host, "{\"version\":1}");
        host.With("FNumber", 1.2).With("Shape", "polygon").With("Curvature", 0.3).With("FocusOn", "near");
        Compare(host, """{"version":1,"focus":{"target":"near"},"blur":{"fNumber":1.2},"aperture":{"shape":"polygon","curvature":0.3} }""");
        host.With("Strength", 0.0);
        Assert.True(host.Preview().IsWhole);
        Assert.True(Expected.IsAlike(source, host.Canvas));
    }

    [Fact]
    public void Words_are_read_and_a_selection_is_the_crop_of_the_whole()
    {
        HostPixels source = HostPixels.Make(256, 200, 2);
        using EffectHost whole = new(_installation, source), part = new(_installation, source, [new(37, 41, 120, 90)]);
        foreach (EffectHost host in (EffectHost[])[whole, part])
        {
            Assert.True(host.With("Prompt", "very strong blur, focus on the nearest thing").Preview().IsWhole);
            Assert.True(host.Services.Shown.IsEmpty, string.Join('\n', host.Services.Shown));
        }

        Assert.False(Expected.IsAlike(source, whole.Canvas));
        Assert.True(Expected.IsAlike(whole.Canvas, part.Canvas, new(37, 41, 120, 90)));
        Assert.True(Expected.IsAlike(source, part.Canvas, new(0, 0, 256, 41)));
    }

    [Fact]
    public void What_the_engine_refuses_is_told_with_the_setting()
    {
        using EffectHost host = new(_installation, HostPixels.Make(64, 64, 3));
        Assert.True(host.With("Shape", "image").With("ShapeImage", Path.Combine(_installation.Folder, "nothing.png")).Preview().IsWhole);
        Assert.Contains("nothing.png", Assert.Single(host.Services.Shown).Details, StringComparison.Ordinal);
        Assert.True(Expected.IsAlike(host.Source, host.Canvas));
    }

    private void Compare(EffectHost host, string settings)
    {
        Assert.True(host.Preview().IsWhole);
        Assert.True(host.Services.Shown.IsEmpty, string.Join('\n', host.Services.Shown));
        Assert.False(Expected.IsAlike(host.Source, host.Canvas));
        PlaneInfo plane = new()
        {
            Id = 1, Role = PlaneRole.Colour, Format = PlaneFormat.U8, Channels = 4, Width = host.Source.Width, Height = host.Source.Height, Stride = host.Source.Stride, Alpha = AlphaKind.Straight,
        };
        ushort[] expected = CliPixels.Refocus(_installation.Folder, plane, Swapped(host.Source), JsonDocument.Parse(settings).RootElement);
        byte[] made = Swapped(host.Canvas);
        Assert.Equal(expected.Length, made.Length);
        int worst = 0, different = 0;
        for (int i = 0; i < made.Length; i++)
        {
            // Colours of what cannot be seen are nobody's.
            if (expected[i | 3] == 0 && made[i | 3] == 0)
                continue;
            worst = Math.Max(worst, Math.Abs(expected[i] - made[i]));
            different += expected[i] == made[i] ? 0 : 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings}: {different} of {made.Length} differ, at most by {worst}"));
        Assert.True(worst <= 1, $"{worst}");
    }

    private static byte[] Swapped(HostPixels pixels)
    {
        byte[] bytes = [.. pixels.Bytes];
        for (int i = 0; i < bytes.Length; i += 4)
            (bytes[i], bytes[i + 2]) = (bytes[i + 2], bytes[i]);
        return bytes;
    }
}
