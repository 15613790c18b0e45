using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests.Fuzz;

[Collection(nameof(RunsAlone))]
public sealed class FrameFuzzTests : IAsyncLifetime
{
    private const int FramesAConnection = 40;
    private const long MostGrowth = 256L << 20;

    private static readonly string[] Methods = ["hello", "image/open", "image/analyze", "image/render", "image/close", "engine/info", "$/cancelRequest", "prompt", "x"];

    private static readonly string[] Values =
    [
        "0", "-1", "1", "4294967296", "1e308", "-0.5", "null", "true", "\"\"", "\"u8\"", "\"\\ud800\"", "[]", "{}", "[1,2,3]", "\"colour\"", "\"creamy, f/2, 手前にピント\"", "\"de\"", "{\"kind\":\"memfd\",\"fd\":0}", "{\"kind\":\"memfd\",\"fd\":99}",
        "\"0000000000000000000000000000000000000000000000000000000000000000\"", "{\"x\":0,\"y\":0,\"width\":2147483647,\"height\":2147483647}",
        "[{\"id\":5,\"role\":\"colour\",\"format\":\"u8\",\"channels\":3,\"width\":4,\"height\":4,\"stride\":12}]",
        "{\"id\":6,\"role\":\"result\",\"format\":\"f32\",\"channels\":3,\"width\":4,\"height\":4,\"stride\":48}",
    ];

    private static readonly string[] Members = ["image", "hash", "width", "height", "planes", "plane", "settings", "generation", "roi", "scale", "selection", "icc", "id", "metadata", "quality", "view", "text", "language"];

    private readonly ServerFixture _server = new(options => options with { FrameTime = TimeSpan.FromSeconds(2), Limits = new BridgeLimits { UploadSilenceSeconds = 1 } });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Fuzzed_frames_neither_stop_nor_swell_the_engine()
    {
        int frames = LongTests.Choose(20_000, 1_000_000);
        CancellationToken token = TestContext.Current.CancellationToken;
        Random random = new(20261125);
        long before = (await InfoAsync()).WorkingSetBytes, sent = 0, bytes = 0;
        while (sent < frames)
        {
            using CancellationTokenSource done = new();
            Stream stream = await _server.ConnectRawAsync();
            Task draining = DrainAsync(stream, done.Token);
            if (random.Next(10) > 0)
                await SessionTestsHello(stream);
            try
            {
                for (int i = 0; i < FramesAConnection && sent < frames && !draining.IsCompleted; i++, sent++)
                {
                    byte[] frame = Frame(random);
                    await stream.WriteAsync(frame, token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), token);
                    bytes += frame.Length;
                }
            }
            catch (IOException)
            {
                // Hung up on, as a broken frame deserves.
            }

            // Half-closed, so that the engine takes everything and has somebody to answer.
            EndSending(stream);
            await draining.WaitAsync(TimeSpan.FromSeconds(60), token);
            await done.CancelAsync();
            await stream.DisposeAsync();
        }

        EngineInfo info = await InfoAsync();
        long after = info.WorkingSetBytes;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{sent} frames of {bytes} bytes, {info.BytesIn} bytes taken before a broken frame, {info.Failed} errors answered, working set {before >> 20} -> {after >> 20} MiB");
        Assert.True(after - before < MostGrowth, $"{before} -> {after}");
    }

    private static void EndSending(Stream stream)
    {
        try
        {
            ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The engine has closed it before.
        }
    }

    private static byte[] Frame(Random random)
    {
        // Seldom what ends a connection, so that much is seen of what does not.
        bool isChunk = random.Next(100) == 0;
        byte[] payload = isChunk ? Chunk(random) : random.Next(300) == 0 ? Bytes(random, random.Next(64)) : Encoding.UTF8.GetBytes(Message(random));
        byte[] frame = new byte[12 + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)(payload.Length + 8));
        frame[4] = (byte)(isChunk ? 2 : 1);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), isChunk ? (uint)random.Next(8) : 0);
        payload.CopyTo(frame, 12);
        switch (random.Next(400))
        {
            case 0:
                frame[random.Next(12)] = (byte)random.Next(256);
                break;
            case 1:
                return frame[..random.Next(frame.Length)];
            case 2:
                BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)random.NextInt64(uint.MaxValue));
                break;
        }

        return frame;
    }

    private static string Message(Random random)
    {
        string Value() => Values[random.Next(Values.Length)];
        string body = string.Join(',', Enumerable.Range(0, random.Next(7)).Select(_ => $"\"{Members[random.Next(Members.Length)]}\":{Value()}"));
        string text = $"{{\"jsonrpc\":\"2.0\",\"id\":{random.Next(1, 1000)},\"method\":\"{Methods[random.Next(random.Next(50) == 0 ? 0 : 1, Methods.Length)]}\",\"params\":{{{body}}}}}";
        if (random.Next(400) == 0)
            text = text.Remove(random.Next(text.Length), 1);
        return random.Next(500) == 0 ? new string('[', 2000) : text;
    }

    private static byte[] Chunk(Random random)
    {
        byte[] chunk = Bytes(random, 8 + random.Next(64));
        BinaryPrimitives.WriteUInt64LittleEndian(chunk, random.Next(3) == 0 ? ulong.MaxValue - (ulong)random.Next(64) : (ulong)random.Next(64));
        return chunk;
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static async Task SessionTestsHello(Stream stream)
    {
        try
        {
            await SessionTests.SendAsync(stream, """{"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":{"min":1,"max":1},"client":{"name":"fuzz","version":"1","pid":1},"capabilities":["inline","shm"]}}""");
        }
        catch (IOException)
        {
            // Hung up on at once.
        }
    }

    private static async Task DrainAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] sink = new byte[1 << 16];
        try
        {
            while (await stream.ReadAsync(sink, cancellationToken) > 0)
            {
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the connection, on this side or that.
        }
    }

    private async Task<EngineInfo> InfoAsync()
    {
        await using BridgeClient client = await _server.ConnectAsync();
        return await client.InfoAsync(TestContext.Current.CancellationToken);
    }
}
