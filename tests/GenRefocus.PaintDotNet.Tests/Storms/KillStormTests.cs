using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.PaintDotNet.Tests.Rendering;
using GenRefocus.Server.Tests;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Storms;

/// <summary>The real engine, killed at any moment while tokens come and go.</summary>
[Collection(nameof(OneHost))]
public sealed class KillStormTests : IDisposable
{
    private static readonly double[] FNumbers = [0.7, 1.4, 2];

    private static readonly RectInt32[] Tiles = [new(0, 0, 128, 120), new(128, 0, 32, 120)];

    private readonly Installation _installation = new(hasEngine: true);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void The_layer_is_as_it_was_or_whole_and_nothing_escapes()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        int storms = StormCount.Choose(8, 1000), seed = LongTests.Choose(7, Random.Shared.Next());
        Random random = new(seed);
        HostPixels source = HostPixels.Make(160, 120, 1);
        Dictionary<double, HostPixels> references = [];
        EffectHost host = new(_installation, source);
        foreach (double fNumber in FNumbers)
        {
            Assert.True(host.With("FNumber", fNumber).With("Highlights", 0.0).With("Strength", 4.0).Preview().IsWhole);
            Assert.True(host.Services.Shown.IsEmpty, string.Join('\n', host.Services.Shown));
            references[fNumber] = Copy(host.Canvas);
        }

        Assert.All(references.Values, made => Assert.False(Expected.IsAlike(made, source)));
        int kills = 0, whole = 0, untouched = 0, cancelled = 0;
        for (int i = 0; i < storms; i++)
        {
            if (random.Next(10) == 0)
            {
                host.Dispose();
                host = new EffectHost(_installation, source).With("Highlights", 0.0).With("Strength", 4.0);
            }

            double fNumber = FNumbers[random.Next(FNumbers.Length)];
            HostPixels before = Copy(host.Canvas);
            int shown = host.Services.Shown.Count;
            TimeSpan? cancel = random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(120)) : null;
            bool isKilled = random.Next(2) == 0;
            using Timer? killer = isKilled ? new Timer(_ => Array.ForEach(_installation.Engines(), Installation.Kill), null, random.Next(150), Timeout.Infinite) : null;
            kills += isKilled ? 1 : 0;

            // Without highlights the threshold changes nothing but makes every token a new one.
            bool isWhole = host.With("FNumber", fNumber).With("Threshold", 0.5 + (0.0001 * i)).Preview(cancel).IsWhole;
            bool isUntouched = isWhole && Expected.IsAlike(source, host.Canvas);
            (cancelled, untouched, whole) = (cancelled + (isWhole ? 0 : 1), untouched + (isUntouched ? 1 : 0), whole + (isWhole && !isUntouched ? 1 : 0));
            foreach (RectInt32 tile in Tiles)
                Assert.True(Expected.IsAlike(isUntouched ? source : references[fNumber], host.Canvas, tile) || (!isWhole && Expected.IsAlike(before, host.Canvas, tile)), $"seed {seed}, storm {i}, {tile.X}");

            // An error is told, a result never comes with one.
            Assert.True(isUntouched ? !host.Services.Shown.IsEmpty : !isWhole || host.Services.Shown.Count == shown, $"seed {seed}, storm {i}: {string.Join(", ", host.Services.Shown)}");
        }

        host.Dispose();
        using EffectHost last = new(_installation, source);
        foreach (double fNumber in FNumbers)
        {
            Assert.True(last.With("FNumber", fNumber).With("Highlights", 0.0).With("Strength", 4.0).Preview().IsWhole);
            Assert.True(Expected.IsAlike(references[fNumber], last.Canvas), $"seed {seed}, f/{fNumber}: {string.Join('\n', last.Services.Shown)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {storms} storms, {kills} kills: {whole} whole, {untouched} untouched, {cancelled} cancelled");
    }

    private static HostPixels Copy(HostPixels pixels)
    {
        HostPixels copy = new(pixels.Width, pixels.Height);
        pixels.Bytes.CopyTo(copy.Bytes, 0);
        return copy;
    }
}
