using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using GenRefocus.Bridge;

namespace GenRefocus.PaintDotNet.Tests.Engines;

/// <summary>Speaks the engine's protocol in this process and does whatever a test wants it to.</summary>
internal sealed class FakeEngine : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<FakeClient, bool> _clients = new();

    public FakeEngine(BridgeEndpoint endpoint)
    {
        Directory.CreateDirectory(endpoint.Folder);
        _listener.Bind(new UnixDomainSocketEndPoint(endpoint.Socket));
        _listener.Listen();
        _ = Task.Run(AcceptAsync);
    }

    public FakeBehaviour Behaviour { get; set; }

    /// <summary>How long a render takes.</summary>
    public Func<TimeSpan> RenderTime { get; set; } = () => TimeSpan.Zero;

    /// <summary>What words mean.</summary>
    public string WordsMean { get; set; } = "{\"version\":1}";

    /// <summary>Settings of all renders, in order.</summary>
    public ConcurrentQueue<JsonElement> Renders { get; } = new();

    /// <summary>Words that were asked about.</summary>
    public ConcurrentQueue<string> Prompts { get; } = new();

    /// <summary>Pictures that were opened.</summary>
    public ConcurrentQueue<OpenParams> Opened { get; } = new();

    /// <summary>Pictures by their hash, sent once.</summary>
    public ConcurrentDictionary<string, byte[]> Pictures { get; } = new();

    public int Uploads => _uploads;

    public int Closed => Volatile.Read(ref _closed);

    private int _uploads;
    private int _closed;

    /// <summary>What the fake makes of a byte of a picture under an f-number; alpha stays.</summary>
    public static byte Pixel(byte source, double fNumber) => (byte)(source ^ (byte)((int)(fNumber * 10) * 37));

    /// <summary>The f-number of settings.</summary>
    public static double FNumberOf(JsonElement settings) =>
        settings.TryGetProperty("blur", out JsonElement blur) && blur.TryGetProperty("fNumber", out JsonElement number) ? number.GetDouble() : 2;

    public void CountUpload() => Interlocked.Increment(ref _uploads);

    public void CountClose() => Interlocked.Increment(ref _closed);

    /// <summary>Ends all connections, as a crash does.</summary>
    public void Crash()
    {
        foreach (FakeClient client in _clients.Keys)
            client.Dispose();
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        Crash();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                FakeClient client = new(this, new NetworkStream(await _listener.AcceptAsync(_end.Token), ownsSocket: true));
                _clients[client] = true;
                _ = Task.Run(client.RunAsync);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
