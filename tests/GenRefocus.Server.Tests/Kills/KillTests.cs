using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Kills;

[Collection(nameof(RunsAlone))]
public sealed class KillTests : IAsyncLifetime
{
    private const int Width = 700, Height = 500;
    private const byte Untouched = 0x5A;

    // Evenly over transfer, analysis and render; of the transfers every other one is that of the result.
    private static readonly KillPhase[] Targets = [KillPhase.Transfer, KillPhase.Analyse, KillPhase.Render, KillPhase.Return, KillPhase.Analyse, KillPhase.Render];

    private readonly string _folder = Directory.CreateTempSubdirectory("grf-kill-").FullName;
    private readonly PlaneInfo _plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_killed_engine_leaves_the_picture_untouched_or_whole_and_nothing_behind()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        int kills = LongTests.Choose(6, 200), seed = LongTests.Choose(11, Random.Shared.Next());
        Random random = new(seed);
        JsonElement withFile = HostScene.Settings(CliPixels.WriteDepth(_folder, Width, Height));
        Dictionary<(KillPhase Phase, bool IsWhole), int> fell = [];
        int descriptors = 0;
        await using EngineSession shared = Session(sharesMemory: true), inline = Session(sharesMemory: false);
        for (int i = 0; i < kills; i++)
        {
            // Every other six send and get chunks; every other kill of a phase meets an estimate of the depth.
            EngineSession session = (i / Targets.Length) % 2 == 0 ? shared : inline;
            JsonElement? settings = (i / 3) % 2 == 0 ? withFile : null;
            byte[] pixels = HostScene.Pixels(_plane, i), reference = new byte[_plane.ByteLength], hit = new byte[_plane.ByteLength];
            PhaseWatch usual = new();
            await RenderAsync(await session.GetAsync(Token), pixels, settings, reference, usual);
            TimeSpan[] durations = usual.Durations();
            if (i == 1)
                descriptors = EngineProcess.OpenDescriptors;

            // Other pixels, else all of it would be known.
            pixels[0] ^= 1;
            Array.Fill(hit, Untouched);
            BridgeClient client = await session.GetAsync(Token);
            KillPhase target = Targets[i % Targets.Length];
            PhaseWatch watch = new();
            Task call = RenderAsync(client, pixels, settings, hit, watch);
            await Task.WhenAny(watch.Begun(target), call);
            await Task.WhenAny(Task.Delay(durations[(int)target] * random.NextDouble(), Token), call);
            KillPhase phase = watch.Current;
            using (Process engine = Process.GetProcessById(client.Connection.Hello.Engine.Pid))
                engine.Kill();
            bool isWhole = await EndedWellAsync(call);
            fell[(phase, isWhole)] = fell.GetValueOrDefault((phase, isWhole)) + 1;
            byte[] expected = new byte[_plane.ByteLength];
            Array.Fill(expected, Untouched);
            if (isWhole)
                await RenderAsync(await session.GetAsync(Token), pixels, settings, expected, null);
            Assert.True(expected.AsSpan().SequenceEqual(hit), $"seed {seed}, kill {i}, {phase}, whole: {isWhole}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}, {kills} kills: {string.Join(", ", fell.OrderBy(one => one.Key).Select(one => $"{one.Key.Phase} {(one.Key.IsWhole ? "whole" : "untouched")} {one.Value}"))}");
        await (await shared.GetAsync(Token)).ShutdownAsync(Token);
        await LeftNothingAsync(descriptors);
    }

    private static async Task<bool> EndedWellAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (EngineStoppedException)
        {
            return false;
        }
    }

    private EngineSession Session(bool sharesMemory) =>
        new(LongTests.EngineFolder, new BridgeClientOptions { Name = "kill", UsesSharedMemory = sharesMemory }, _folder) { StartTime = TimeSpan.FromSeconds(60) };

    private async Task LeftNothingAsync(int descriptors)
    {
        for (int i = 0; i < 1200 && EngineProcess.Find(_folder).Count > 0; i++)
            await Task.Delay(50, Token);
        TestContext.Current.TestOutputHelper?.WriteLine($"descriptors {descriptors} -> {EngineProcess.OpenDescriptors}");
        Assert.Empty(EngineProcess.Find(_folder));
        Assert.DoesNotContain(Directory.GetFiles(_folder), file => file.EndsWith(".sock", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles("/dev/shm"), file => file.Contains("genrefocus", StringComparison.Ordinal));
        Assert.True(EngineProcess.OpenDescriptors <= descriptors + 8, $"{descriptors} -> {EngineProcess.OpenDescriptors}");
    }

    private async Task RenderAsync(BridgeClient client, byte[] pixels, JsonElement? settings, byte[] destination, IProgress<ProgressParams>? progress)
    {
        BridgeImage image = await client.OpenAsync(new HostPicture(_plane, pixels), Token);
        await client.RenderAsync(image, new RenderRequest(_plane) { Settings = settings }, destination, progress, Token);
        try
        {
            await client.CloseAsync(image, Token);
        }
        catch (EngineStoppedException)
        {
            // The result was whole before.
        }
    }
}
