using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Timings;

/// <summary>
/// Prints what the bridge costs; asserts nothing. <c>GENREFOCUS_LONG_TESTS=1</c>, and <c>GENREFOCUS_ENGINE_FOLDER</c> for the folder of a published program.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class BridgeTimings
{
    private const int Width = 4000, Height = 3000, Rounds = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_bridge_costs_beyond_the_render()
    {
        if (!LongTests.Choose(false, true))
            Assert.Skip("Takes minutes; set GENREFOCUS_LONG_TESTS=1.");
        string folder = Directory.CreateTempSubdirectory("grf-time-").FullName;
        string engine = LongTests.EngineFolder;
        string depth = CliPixels.WriteDepth(folder, Width, Height);
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb) with { Stride = 3 * Width };
        byte[] pixels = HostScene.Pixels(plane, 1), result = new byte[plane.ByteLength];
        for (int i = 0; i < Rounds; i++)
            await ColdAsync(engine, folder);
        foreach (bool shared in (bool[])[true, false])
        {
            await using EngineSession session = new(engine, new BridgeClientOptions { Name = "timings", UsesSharedMemory = shared, Silence = TimeSpan.FromSeconds(60) }, folder);
            BridgeClient client = await session.GetAsync(Token);
            for (int i = 0; i < Rounds; i++)
            {
                pixels[0]++;
                long start = Stopwatch.GetTimestamp();
                BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), Token);
                double open = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                RenderResult first = await client.RenderAsync(image, new RenderRequest(plane) { Settings = Settings(depth, 10 + i) }, result, null, Token);
                double whole = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                start = Stopwatch.GetTimestamp();
                RenderResult again = await client.RenderAsync(image, new RenderRequest(plane) { Settings = Settings(depth, 10.5 + i) }, result, null, Token);
                double known = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                RoiInfo roi = new(1500, 1100, 512, 384);
                PlaneInfo part = plane with { Width = roi.Width, Height = roi.Height, Stride = 3 * roi.Width };
                start = Stopwatch.GetTimestamp();
                RenderResult region = await client.RenderAsync(image, new RenderRequest(part) { Settings = Settings(depth, 10.7 + i), Roi = roi, Quality = "preview" }, result, null, Token);
                double roiTime = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Tell($"{(shared ? "shared" : "inline")}: new picture {whole:0} ms, engine {Engine(first):0}, beyond {whole - Engine(first):0} (open {open:0}); known picture {known:0} ms, engine {Engine(again):0} (of it integers {1000 * again.History.GetProperty("seconds").GetProperty("write").GetDouble():0}), beyond {known - Engine(again):0}; region {roiTime:0.0} ms, engine {Engine(region):0.0}, beyond {roiTime - Engine(region):0.0}");
                await client.CloseAsync(image, Token);
            }

            await client.ShutdownAsync(Token);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static JsonElement Settings(string depth, double k) => JsonDocument.Parse(string.Create(
        CultureInfo.InvariantCulture, $$"""{"focus":{"target":"30%,40%"},"blur":{"k":{{k}}},"depth":{"source":{{JsonSerializer.Serialize(depth)}},"kind":"disparity"} }""")).RootElement.Clone();

    private static double Engine(RenderResult result) => result.History.GetProperty("seconds").EnumerateObject().Sum(stage => stage.Value.GetDouble()) * 1000;

    private static void Tell(FormattableString text) => TestContext.Current.TestOutputHelper?.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static async Task ColdAsync(string engine, string folder)
    {
        PlaneInfo small = HostScene.Layout(64, 48, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        long start = Stopwatch.GetTimestamp(), first = 0;
        await using EngineSession session = new(engine, new BridgeClientOptions { Name = "cold" }, folder);
        BridgeClient client = await session.GetAsync(Token);
        double connected = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        BridgeImage image = await client.OpenAsync(new HostPicture(small, HostScene.Pixels(small, 1)), Token);
        FirstProgress progress = new(() => Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0));
        await client.RenderAsync(image, new RenderRequest(small), new byte[small.ByteLength], progress, Token);
        double toProgress = Stopwatch.GetElapsedTime(start, Interlocked.Read(ref first)).TotalMilliseconds;
        Tell($"cold start: connected after {connected:0} ms, first progress after {toProgress:0} ms, whole first render {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        int pid = client.Connection.Hello.Engine.Pid;
        await client.ShutdownAsync(Token);
        while (Directory.Exists($"/proc/{pid}") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z", StringComparison.Ordinal))
            await Task.Delay(10, Token);
    }

    private sealed class FirstProgress(Action note) : IProgress<ProgressParams>
    {
        public void Report(ProgressParams value) => note();
    }
}
