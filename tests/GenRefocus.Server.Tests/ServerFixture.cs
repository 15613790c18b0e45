using GenRefocus.Bridge;
using GenRefocus.Engine;

namespace GenRefocus.Server.Tests;

/// <summary>A server in this process, in a folder of its own.</summary>
public sealed class ServerFixture : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task<bool> _serving;

    public ServerFixture(Func<EngineServerOptions, EngineServerOptions>? change = null)
    {
        Directory.CreateDirectory(Folder);
        EngineServerOptions options = new()
        {
            Endpoint = BridgeEndpoint.In(Folder),
            Engine = new EngineOptions { Threads = 2 },
            LogFile = Path.Combine(Folder, "log.jsonl"),
        };
        Options = change?.Invoke(options) ?? options;
        TaskCompletionSource listening = new();
        _serving = Task.Run(() => new EngineServer(Options).RunAsync(listening.SetResult, _end.Token));
        Task.WhenAny(listening.Task, _serving).Unwrap().GetAwaiter().GetResult();
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"grf-{Guid.NewGuid():N}"[..16]);

    public EngineServerOptions Options { get; }

    public Task<bool> Serving => _serving;

    public Task<BridgeClient> ConnectAsync(bool shared = true) =>
        BridgeClient.ConnectAsync(Options.Endpoint, new BridgeClientOptions { Name = "tests", UsesSharedMemory = shared }, TestContext.Current.CancellationToken);

    public Task<Stream> ConnectRawAsync() => BridgeTransport.ConnectAsync(Options.Endpoint, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving.WaitAsync(TimeSpan.FromSeconds(30));
        Directory.Delete(Folder, recursive: true);
    }
}
