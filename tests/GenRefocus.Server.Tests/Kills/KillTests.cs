using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Kills;

[Collection(nameof(RunsAlone))]
public sealed class KillTests
{
    private const int Width = 700, Height = 500;
    private const byte Untouched = 0x5A;

    [Fact]
    public async Task A_killed_engine_leaves_the_picture_untouched_or_whole_and_nothing_behind()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        CancellationToken token = TestContext.Current.CancellationToken;
        int kills = LongTests.Choose(5, 200);
        string folder = Directory.CreateTempSubdirectory("grf-kill-").FullName;
        Random random = new(11);
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        JsonElement withFile = HostScene.Settings(CliPixels.WriteDepth(folder, Width, Height));
        int untouched = 0, whole = 0, descriptors = 0;
        await using (EngineSession session = new(AppContext.BaseDirectory, new BridgeClientOptions { Name = "kill" }, folder) { StartTime = TimeSpan.FromSeconds(60) })
        {
            TimeSpan usual = TimeSpan.Zero;
            for (int i = 0; i <= kills; i++)
            {
                // Every other one estimates the depth, so that the analysis is hit too; every third goes inline.
                JsonElement? settings = i % 2 == 0 ? withFile : null;
                byte[] pixels = HostScene.Pixels(plane, i), reference = new byte[plane.ByteLength], hit = new byte[plane.ByteLength];
                BridgeClient client = await session.GetAsync(token);
                long start = Stopwatch.GetTimestamp();
                await RenderAsync(client, plane, pixels, settings, reference);
                usual = i < 2 ? Stopwatch.GetElapsedTime(start) : (usual + Stopwatch.GetElapsedTime(start)) / 2;
                if (i == 1)
                    descriptors = EngineProcess.OpenDescriptors;
                if (i == kills)
                    break;

                // Other pixels, else all of it would be known.
                pixels[0] ^= 1;
                Array.Fill(hit, Untouched);
                Task call = RenderAsync(client, plane, pixels, settings, hit);
                await Task.Delay(usual * random.NextDouble(), token);
                using (Process engine = Process.GetProcessById(client.Connection.Hello.Engine.Pid))
                    engine.Kill();
                bool isWhole = await EndedWellAsync(call);
                for (int wait = 0; wait < 1000 && client.Connection.IsAlive; wait++)
                    await Task.Delay(5, token);
                byte[] expected = new byte[plane.ByteLength];
                Array.Fill(expected, Untouched);
                if (isWhole)
                    await RenderAsync(await session.GetAsync(token), plane, pixels, settings, expected);
                Assert.True(expected.AsSpan().SequenceEqual(hit), $"kill {i}, whole: {isWhole}");
                untouched += isWhole ? 0 : 1;
                whole += isWhole ? 1 : 0;
            }

            await (await session.GetAsync(token)).ShutdownAsync(token);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills: {untouched} untouched, {whole} whole; descriptors {descriptors} -> {EngineProcess.OpenDescriptors}");
        for (int i = 0; i < 200 && EngineProcess.Find(folder).Count > 0; i++)
            await Task.Delay(50, token);
        Assert.Empty(EngineProcess.Find(folder));
        Assert.DoesNotContain(Directory.GetFiles(folder), file => file.EndsWith(".sock", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles("/dev/shm"), file => file.Contains("genrefocus", StringComparison.Ordinal));
        Assert.True(EngineProcess.OpenDescriptors <= descriptors + 8, $"{descriptors} -> {EngineProcess.OpenDescriptors}");
        Directory.Delete(folder, recursive: true);
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

    private static async Task RenderAsync(BridgeClient client, PlaneInfo plane, byte[] pixels, JsonElement? settings, byte[] destination)
    {
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), TestContext.Current.CancellationToken);
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, destination, null, TestContext.Current.CancellationToken);
        try
        {
            await client.CloseAsync(image, TestContext.Current.CancellationToken);
        }
        catch (EngineStoppedException)
        {
            // The result was whole before.
        }
    }
}
