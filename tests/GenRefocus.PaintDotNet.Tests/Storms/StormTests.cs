using System.Globalization;
using GenRefocus.PaintDotNet.Tests.Engines;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.PaintDotNet.Tests.Rendering;
using GenRefocus.Server.Tests;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Storms;

/// <summary>A user who moves sliders faster than anything can be rendered.</summary>
[Collection(nameof(OneHost))]
public sealed class StormTests : IDisposable
{
    private const int Side = 512, Tile = 64;
    private const double LongestReturn = 200;

    private readonly Installation _installation = new(hasEngine: false);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Cancelled_tokens_return_at_once_and_no_tile_mixes_two()
    {
        int storms = StormCount.Choose(40, 500), seed = LongTests.Choose(5, Random.Shared.Next());
        Random random = new(seed);
        using FakeEngine engine = new(_installation.Endpoint) { RenderTime = () => TimeSpan.FromMilliseconds(Random.Shared.Next(40)) };
        using EffectHost host = new(_installation, HostPixels.Make(Side, Side, 1));
        List<double> returns = [];
        for (int i = 0; i < storms; i++)
        {
            double fNumber = Math.Round(random.NextDouble() * 20, 1) + 0.5;
            bool isCancelled = random.Next(4) != 0;
            HostPixels shown = new(Side, Side);
            host.Canvas.Bytes.CopyTo(shown.Bytes, 0);
            (bool isWhole, TimeSpan time) = host.With("FNumber", fNumber).Preview(isCancelled ? TimeSpan.FromMilliseconds(random.Next(80)) : null, Tile);
            HostPixels wanted = Expected.Fake(host.Source, fNumber);
            if (isWhole)
                Assert.True(Expected.IsAlike(wanted, host.Canvas), $"seed {seed}, storm {i}");
            else
                returns.Add(time.TotalMilliseconds);
            for (int t = 0; t < Side / Tile * (Side / Tile); t++)
            {
                RectInt32 tile = new(t % (Side / Tile) * Tile, t / (Side / Tile) * Tile, Tile, Tile);
                Assert.True(Expected.IsAlike(wanted, host.Canvas, tile) || Expected.IsAlike(shown, host.Canvas, tile), $"seed {seed}, storm {i}, tile {t}");
            }
        }

        Assert.True(host.With("FNumber", 3.2).Preview().IsWhole);
        Assert.True(Expected.IsAlike(Expected.Fake(host.Source, 3.2), host.Canvas));
        Assert.Empty(host.Services.Shown);
        Assert.NotEmpty(returns);
        returns.Sort();
        double p99 = returns[(int)Math.Ceiling(returns.Count * 0.99) - 1];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}, {storms} storms, {returns.Count} cancelled: median {returns[returns.Count / 2]:0} ms, p99 {p99:0} ms, longest {returns[^1]:0} ms"));
        if (LongTests.Choose(false, true))
            Assert.True(p99 <= LongestReturn, $"{p99} ms");
    }
}
