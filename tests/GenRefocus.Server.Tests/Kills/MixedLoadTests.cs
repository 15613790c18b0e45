using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Kills;

[Collection(nameof(RunsAlone))]
public sealed class MixedLoadTests
{
    private const int Width = 320, Height = 240, Pictures = 6;
    private const long Slack = 64L << 20;
    private const int FewRounds = 5;   // on a busy machine the shares of a few rounds are chance

    private const int WarmUpRounds = 40, Samples = 10;

    [Fact]
    public async Task Two_clients_at_work_leave_memory_and_descriptors_as_they_were()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        CancellationToken token = TestContext.Current.CancellationToken;
        TimeSpan length = LongTests.Choose(TimeSpan.FromSeconds(10), LongTests.Load);
        string folder = Directory.CreateTempSubdirectory("grf-load-").FullName;
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(folder, Width, Height));
        await using EngineSession first = new(LongTests.EngineFolder, new BridgeClientOptions { Name = "first" }, folder) { StartTime = TimeSpan.FromSeconds(60) };
        await using EngineSession second = new(LongTests.EngineFolder, new BridgeClientOptions { Name = "second", UsesSharedMemory = false }, folder);
        BridgeClient one = await first.GetAsync(token), two = await second.GetAsync(token);
        await Task.WhenAll(WorkAsync(one, settings, 1, TimeSpan.Zero, WarmUpRounds), WorkAsync(two, settings, 2, TimeSpan.Zero, WarmUpRounds));
        (long memory, int descriptors) before = await MeasureAsync(one), after = before;
        int[] done = [0, 0];
        for (int sample = 0; sample < Samples; sample++)
        {
            int[] more = await Task.WhenAll(WorkAsync(one, settings, (2 * sample) + 3, length / Samples, 1), WorkAsync(two, settings, (2 * sample) + 4, length / Samples, 1));
            done = [done[0] + more[0], done[1] + more[1]];
            after = await MeasureAsync(one);
            TestContext.Current.TestOutputHelper?.WriteLine($"{done[0] + done[1]} rounds: {after.memory >> 20} MiB, {after.descriptors} descriptors");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{done[0]} and {done[1]} rounds, memory {before.memory >> 20} -> {after.memory >> 20} MiB, descriptors {before.descriptors} -> {after.descriptors}");
        await one.ShutdownAsync(token);
        Assert.True((Math.Min(done[0], done[1]) + FewRounds) * 4 >= Math.Max(done[0], done[1]), $"unfair: {done[0]} and {done[1]}");
        Assert.True(after.memory <= (before.memory * 1.05) + Slack, $"{before} -> {after}");
        Assert.True(after.descriptors <= before.descriptors + 4, $"{before} -> {after}");
        for (int i = 0; i < 200 && EngineProcess.Find(folder).Count > 0; i++)
            await Task.Delay(50, token);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(long Memory, int Descriptors)> MeasureAsync(BridgeClient client)
    {
        EngineInfo info = await client.InfoAsync(TestContext.Current.CancellationToken);
        return (info.WorkingSetBytes, Directory.GetFileSystemEntries($"/proc/{info.Pid}/fd").Length);
    }

    // Renders, regions, cancellations and refusals, over a few pictures that come and go.
    private static async Task<int> WorkAsync(BridgeClient client, JsonElement settings, int seed, TimeSpan length, int rounds)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] result = new byte[plane.ByteLength];
        Random random = new(seed);
        int done = 0;
        for (long start = Stopwatch.GetTimestamp(); done < rounds || Stopwatch.GetElapsedTime(start) < length; done++)
        {
            BridgeImage image = await client.OpenAsync(new HostPicture(plane, HostScene.Pixels(plane, random.Next(Pictures))), token);
            await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, token);
            PlaneInfo part = plane with { Width = 100, Height = 80 };
            await client.RenderAsync(image, new RenderRequest(part) { Settings = settings, Roi = new RoiInfo(random.Next(200), random.Next(150), 100, 80), Quality = "preview" }, result, null, token);
            using CancellationTokenSource cancel = new(random.Next(1, 20));
            try
            {
                await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings, View = "depth" }, result, null, cancel.Token);
            }
            catch (OperationCanceledException)
            {
                // Wanted.
            }

            await Assert.ThrowsAsync<RpcException>(() => client.RenderAsync(image, new RenderRequest(plane) { View = "nothing" }, result, null, token));
            await client.CloseAsync(image, token);
        }

        return done;
    }
}
