using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GenRefocus.Imaging;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.Server.Tests;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.PaintDotNet.Tests.Timings;

/// <summary>Prints what a user of the dialog waits for on a photo of 12 megapixels, beside what the engine alone takes; asserts nothing.
/// <c>GENREFOCUS_LONG_TESTS=1</c>, and <c>GENREFOCUS_ENGINE_FOLDER</c> for the folder of a published program.</summary>
[Collection(nameof(OneHost))]
public sealed class PluginTimings : IDisposable
{
    // The comparison draws as many frames before those that count.
    private const int Width = 4000, Height = 3000, WarmUp = 6, Moves = 9;

    private readonly Installation _installation = new(hasEngine: true);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void What_a_user_waits_for()
    {
        if (!LongTests.Choose(false, true))
            Assert.Skip("Takes minutes; set GENREFOCUS_LONG_TESTS=1.");
        HostPixels source = Sample(), other = Sample();
        other.Colours[0] ^= 1;
        using (EffectHost alone = new(_installation, other))
            Tell($"first preview, engine started, stage 1 off: {Time(alone.With("Highlights", 0.0).With("FocusOn", "near").With("Deblur", "off")):0} ms");
        using EffectHost host = new(_installation, source);
        host.With("Highlights", 0.0).With("FocusOn", "near");
        Tell($"first preview of another layer, stage 1 where needed: {Time(host):0} ms");
        double[] all = [.. Enumerable.Range(0, WarmUp + Moves).Select(i => Time(host.With("FNumber", 2.0 + (0.01 * i))))];
        double[] moves = [.. all[WarmUp..].Order()];
        using EffectHost again = new(_installation, source);
        Tell($"another instance of the same layer: {Time(again.With("Highlights", 0.0).With("FocusOn", "near").With("FNumber", 4.0)):0} ms");
        double cached = Cached(source);
        Tell($"the first moves of a slider: {string.Join(", ", all[..WarmUp].Select(time => $"{time:0}"))} ms");
        Tell($"a slider moved: median {moves[Moves / 2]:0} ms of {Moves}, the engine's own cached_ms {cached:0} ms, ratio {moves[Moves / 2] / cached:0.00}");
    }

    private static double Time(EffectHost host)
    {
        (bool isWhole, TimeSpan time) = host.Preview();
        Assert.True(isWhole && host.Services.Shown.IsEmpty, string.Join('\n', host.Services.Shown));
        return time.TotalMilliseconds;
    }

    private static void Tell(FormattableString text) => TestContext.Current.TestOutputHelper?.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    // A sample of the repository, made as large as a photo.
    private static HostPixels Sample()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenRefocus.sln")))
            folder = folder.Parent;
        using Photo photo = PhotoReader.Read(Path.Combine(folder!.FullName, "samples", "chess.jpg"));
        HostPixels pixels = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<byte> row = photo.Samples.Row8(y * photo.Samples.Height / Height);
            for (int x = 0; x < Width; x++)
            {
                ReadOnlySpan<byte> colour = row[(x * photo.Samples.Width / Width * photo.Samples.Channels)..];
                pixels.Colours[(y * Width) + x] = colour[2] | ((uint)colour[1] << 8) | ((uint)colour[0] << 16) | 0xFF000000;
            }
        }

        return pixels;
    }

    private static string Run(params string[] args)
    {
        ProcessStartInfo start = new(Path.Combine(LongTests.EngineFolder, "genrefocus"), args) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    private double Cached(HostPixels source)
    {
        string image = Path.Combine(_installation.Folder, "in.png"), depth = Path.Combine(_installation.Folder, "depth.png");
        using (SampleImage samples = new(Width, Height, 3, 8))
        {
            for (int i = 0; i < Width * Height; i++)
            {
                for (int c = 0; c < 3; c++)
                    samples.Row8(i / Width)[(i % Width * 3) + c] = source.Bytes[(i * 4) + 2 - c];
            }

            using Photo photo = new(samples, PictureFormat.Png, ColourEncoding.Srgb, PhotoMetadata.None);
            using LinearImage linear = photo.ToLinear(1);
            PhotoWriter.Write(linear, photo, image);
        }

        Run("depth", image, "-o", depth, "--quiet");
        using JsonDocument bench = JsonDocument.Parse(Run("bench", "render", "--image", image, "--depth", depth, "--depth-kind", "disparity", "--focus", "near", "--aperture", "2", "--highlights", "0", "--runs", "9", "--json"));
        return bench.RootElement.GetProperty("cached_ms").GetDouble();
    }
}
