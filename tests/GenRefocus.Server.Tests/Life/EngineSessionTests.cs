using System.Diagnostics;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Kills;

namespace GenRefocus.Server.Tests.Life;

[Collection(nameof(RunsAlone))]
public sealed class EngineSessionTests : IDisposable
{
    private const int Hosts = 6, Deaths = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("grf-session-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hosts_that_start_at_the_same_time_share_one_engine()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        EngineSession[] sessions = [.. Enumerable.Range(0, Hosts).Select(i => Session($"host {i}"))];
        TaskCompletionSource begin = new();
        Task<BridgeClient>[] starts = [.. sessions.Select(session => Task.Run(async () =>
        {
            await begin.Task;
            return await session.GetAsync(Token);
        }))];
        begin.SetResult();
        BridgeClient[] clients = await Task.WhenAll(starts);
        int engine = Assert.Single(clients.Select(client => client.Connection.Hello.Engine.Pid).Distinct());
        Assert.Equal(Hosts, (await clients[0].InfoAsync(Token)).Clients);

        // The others that were started see that there is one, and leave.
        await EndAsync(only: engine);
        Assert.Equal([engine], EngineProcess.Find(_folder));
        await clients[0].ShutdownAsync(Token);
        foreach (EngineSession session in sessions)
            await session.DisposeAsync();
        await EndAsync();
    }

    [Fact]
    public async Task A_client_that_is_given_out_answers_also_just_after_a_death()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Looks into /proc.");
        await using EngineSession session = Session("host");
        await using EngineSession other = Session("other");
        BridgeClient client = await session.GetAsync(Token);
        Assert.Same(client, await session.GetAsync(Token));
        for (int i = 0; i < Deaths; i++)
        {
            int pid = client.Connection.Hello.Engine.Pid;
            if (i % 2 == 0)
            {
                using Process engine = Process.GetProcessById(pid);
                engine.Kill();
                await engine.WaitForExitAsync(Token);
            }
            else
            {
                await (await other.GetAsync(Token)).ShutdownAsync(Token);
            }

            // At once: nothing has been asked of the connection since, so nothing has failed on it yet.
            client = await session.GetAsync(Token);
            Assert.NotEqual(pid, (await client.InfoAsync(Token)).Pid);
        }

        await client.ShutdownAsync(Token);
        await EndAsync();
    }

    private EngineSession Session(string name) =>
        new(AppContext.BaseDirectory, new BridgeClientOptions { Name = name, HelloTime = TimeSpan.FromSeconds(60) }, _folder) { StartTime = TimeSpan.FromSeconds(120) };

    private async Task EndAsync(int only = 0)
    {
        for (int i = 0; i < 1200 && EngineProcess.Find(_folder).Any(pid => pid != only); i++)
            await Task.Delay(50, Token);
    }
}
