using GenRefocus.PaintDotNet.Tests.Engines;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.Server.Tests;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Rendering;

[Collection(nameof(OneHost))]
public sealed class RenderTests : IDisposable
{
    private readonly Installation _installation = new(hasEngine: false);
    private readonly FakeEngine _engine;

    public RenderTests() => _engine = new FakeEngine(_installation.Endpoint);

    public void Dispose()
    {
        _engine.Dispose();
        _installation.Dispose();
    }

    [Fact]
    public void Sixty_four_tiles_on_eight_threads_show_one_token_each_time()
    {
        using EffectHost host = new(_installation, HostPixels.Make(1024, 1024, 1));
        foreach (double fNumber in (double[])[1.4, 2.8, 5.6, 1.4, 16])
        {
            Assert.True(host.With("FNumber", fNumber).Preview().IsWhole);
            Assert.True(Expected.IsAlike(Expected.Fake(host.Source, fNumber), host.Canvas), $"f/{fNumber}");
        }

        Assert.Equal(1, _engine.Uploads);
        Assert.Empty(host.Services.Shown);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 777)]
    [InlineData(777, 1)]
    [InlineData(129, 255)]
    public void Any_size_is_rendered_whole(int width, int height)
    {
        using EffectHost host = new(_installation, HostPixels.Make(width, height, 2, isTransparent: true));
        Assert.True(host.With("FNumber", 4.0).Preview().IsWhole);
        Assert.True(Expected.IsAlike(Expected.Fake(host.Source, 4), host.Canvas));
    }

    [Fact]
    public void A_large_layer_is_rendered_whole()
    {
        (int width, int height) = LongTests.Choose((4000, 3000), (11600, 8640));
        using EffectHost host = new(_installation, HostPixels.Make(width, height, 3));
        Assert.True(host.With("FNumber", 4.0).Preview().IsWhole);
        Assert.Empty(host.Services.Shown);
        Assert.True(Expected.IsAlike(Expected.Fake(host.Source, 4), host.Canvas));
    }

    [Theory]
    [InlineData("20,30,100,50")]
    [InlineData("0,0,1,1")]
    [InlineData("0,0,300,10;140,10,20,180;0,190,300,10")]
    [InlineData("10,10,50,50;200,120,90,70")]
    public void Only_the_selection_changes(string selection)
    {
        RectInt32[] scans = [.. selection.Split(';').Select(scan => scan.Split(',').Select(int.Parse).ToArray()).Select(scan => new RectInt32(scan[0], scan[1], scan[2], scan[3]))];
        using EffectHost host = new(_installation, HostPixels.Make(300, 200, 4), scans);
        Assert.True(host.With("FNumber", 8.0).Preview(tileSize: 37).IsWhole);
        HostPixels expected = new(300, 200), made = Expected.Fake(host.Source, 8);
        for (int i = 0; i < expected.Colours.Length; i++)
        {
            (int x, int y) = (i % 300, i / 300);
            bool isSelected = scans.Any(scan => x >= scan.Left && x < scan.Right && y >= scan.Top && y < scan.Bottom);
            expected.Colours[i] = (isSelected ? made : host.Source).Colours[i];
        }

        Assert.True(Expected.IsAlike(expected, host.Canvas));
    }

    [Fact]
    public void Another_instance_finds_the_picture_where_the_first_one_left_it()
    {
        HostPixels source = HostPixels.Make(200, 150, 5);
        using (EffectHost first = new(_installation, source))
            Assert.True(first.Preview().IsWhole);
        using (EffectHost again = new(_installation, source))
            Assert.True(again.With("FNumber", 2.8).Preview().IsWhole);
        Assert.Equal((2, 1), (_engine.Opened.Count, _engine.Uploads));
        using EffectHost other = new(_installation, HostPixels.Make(200, 150, 6));
        Assert.True(other.Preview().IsWhole);
        Assert.Equal(2, _engine.Uploads);
    }

    [Fact]
    public void Many_repetitions_do_not_pile_pictures_up()
    {
        HostPixels source = HostPixels.Make(40, 30, 7);
        for (int i = 0; i < 80; i++)
        {
            using EffectHost host = new(_installation, source);
            Assert.True(host.Preview().IsWhole);
        }

        // A client may have 64 open; the last one to leave keeps one.
        SpinWait.SpinUntil(() => _engine.Closed >= _engine.Opened.Count - 1, TimeSpan.FromSeconds(20));
        Assert.Equal((80, 79), (_engine.Opened.Count, _engine.Closed));
    }
}
