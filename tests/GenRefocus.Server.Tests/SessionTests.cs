using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly ServerFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("hello")]
    [InlineData("engine/info")]
    [InlineData("image/open")]
    public async Task Only_hello_with_a_common_version_comes_first(string method)
    {
        await using Stream stream = await _server.ConnectRawAsync();
        await SendAsync(stream, $$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{"protocol":{"min":7,"max":9},"client":{"name":"a","version":"1","pid":1},"capabilities":[]} }""");
        JsonElement answer = await ReceiveAsync(stream);
        Assert.Equal(method == "hello" ? RpcCode.Version : RpcCode.InvalidRequest, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(0, await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, Token));
    }

    [Fact]
    public async Task Who_says_nothing_or_speaks_too_slowly_is_hung_up_on()
    {
        await using ServerFixture server = new(options => options with { HelloTime = TimeSpan.FromSeconds(1), FrameTime = TimeSpan.FromSeconds(1) });
        await using Stream silent = await server.ConnectRawAsync();
        Assert.Equal(0, await silent.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, Token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Token));
        await using Stream slow = await server.ConnectRawAsync();
        await GreetAsync(slow);
        await slow.WriteAsync(new byte[] { 40, 0, 0 }, Token);
        JsonElement answer = await ReceiveAsync(slow);
        Assert.Equal(RpcCode.InvalidRequest, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("image/save", "{}", RpcCode.MethodNotFound)]
    [InlineData("prompt", "{}", RpcCode.InvalidParams)]
    [InlineData("prompt", """{"text":"soft","language":7}""", RpcCode.InvalidParams)]
    [InlineData("image/close", """{"image":9}""", RpcCode.InvalidParams)]
    [InlineData("image/open", """{"hash":"00","width":1,"height":1,"planes":[]}""", RpcCode.InvalidParams)]
    [InlineData("image/open", """{"hash":"0000000000000000000000000000000000000000000000000000000000000000","width":1000000,"height":1000000,"planes":[{"id":1,"role":"colour","format":"u8","channels":1,"width":1000000,"height":1000000,"stride":1000000}]}""", RpcCode.Limit)]
    [InlineData("image/open", """{"hash":"0000000000000000000000000000000000000000000000000000000000000000","width":4,"height":4,"planes":[{"id":1,"role":"colour","format":"u8","channels":1,"width":4,"height":4,"stride":4,"shm":{"kind":"memfd","fd":0}}]}""", RpcCode.InvalidParams)]
    public async Task Wrong_requests_are_answered_and_the_connection_goes_on(string method, string body, int code)
    {
        await using Stream stream = await _server.ConnectRawAsync();
        await GreetAsync(stream);
        await SendAsync(stream, $$"""{"jsonrpc":"2.0","id":"x","method":"{{method}}","params":{{body}}}""");
        JsonElement answer = await ReceiveAsync(stream);
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("x", answer.GetProperty("id").GetString());
        await SendAsync(stream, """{"jsonrpc":"2.0","id":2,"method":"engine/info","params":{}}""");
        Assert.Equal(Environment.ProcessId, (await ReceiveAsync(stream)).GetProperty("result").GetProperty("pid").GetInt32());
    }

    [Fact]
    public async Task Pixels_that_never_come_or_are_others_are_an_error_of_the_image()
    {
        await using ServerFixture server = new(options => options with { Limits = new BridgeLimits { UploadSilenceSeconds = 1 } });
        await using BridgeClient client = await server.ConnectAsync(shared: false);
        PlaneInfo plane = HostScene.Layout(16, 16, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb) with { Id = 1000 };
        OpenResult opened = await client.Connection.CallAsync(
            BridgeMethods.Open, new OpenParams(new string('0', 64), 16, 16, [plane]), BridgeJson.Default.OpenParams, BridgeJson.Default.OpenResult, null, Token);
        Assert.Equal([1000u], opened.Upload);
        Task<AnalyzeResult> Analyze() => client.Connection.CallAsync(
            BridgeMethods.Analyze, new AnalyzeParams(opened.Image), BridgeJson.Default.AnalyzeParams, BridgeJson.Default.AnalyzeResult, null, Token);
        Assert.Equal(RpcCode.Image, (await Assert.ThrowsAsync<RpcException>(Analyze)).Code);
        await client.Connection.SendPlaneAsync(1000, new byte[plane.ByteLength], Token);
        RpcException others = await Assert.ThrowsAsync<RpcException>(Analyze);
        Assert.Equal((RpcCode.Image, "hash"), (others.Code, others.Member));
    }

    [Fact]
    public async Task The_newest_generation_wins_and_cancellation_is_heard()
    {
        await using BridgeClient client = await _server.ConnectAsync();
        // Large, so that the first render is still under way when the second is asked for, on any machine.
        PlaneInfo plane = HostScene.Layout(2600, 2000, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, 2600, 2000));
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, HostScene.Pixels(plane, 4)), Token);
        byte[] older = new byte[plane.ByteLength], newer = new byte[plane.ByteLength];
        Task first = client.RenderAsync(image, new RenderRequest(plane) { Settings = settings, Generation = 1 }, older, null, Token);
        Task second = client.RenderAsync(image, new RenderRequest(plane) { Settings = settings, Generation = 2 }, newer, null, Token);
        Assert.Equal(RpcCode.Superseded, (await Assert.ThrowsAsync<RpcException>(() => first)).Code);
        await second;
        Assert.Equal(-1, older.AsSpan().IndexOfAnyExcept((byte)0));
        Assert.Equal(RpcCode.Superseded, (await Assert.ThrowsAsync<RpcException>(() => client.RenderAsync(image, new RenderRequest(plane) { Generation = 1 }, older, null, Token))).Code);

        using CancellationTokenSource cancel = new();
        Task third = client.RenderAsync(image, new RenderRequest(plane) { Settings = settings, Generation = 3 }, older, null, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.True(client.Connection.IsAlive);
        EngineInfo info = await client.InfoAsync(Token);
        Assert.True(info is { Superseded: 2, Cancelled: 1 }, info.ToString());
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_nobody_up_and_a_lost_one_is_forgotten()
    {
        PlaneInfo plane = HostScene.Layout(1200, 900, PlaneFormat.F32, 4, AlphaKind.Straight, PlaneTransfer.Linear);
        byte[] pixels = HostScene.Pixels(plane, 5);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, 1200, 900));
        await using BridgeClient brisk = await _server.ConnectAsync();
        BridgeImage image = await brisk.OpenAsync(new HostPicture(plane, pixels), Token);
        byte[] result = new byte[plane.ByteLength];
        await brisk.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, Token);

        Stream deaf = await _server.ConnectRawAsync();
        await GreetAsync(deaf);
        string open = JsonSerializer.Serialize(new OpenParams(ContentHash.Of(plane, pixels), 1200, 900, [plane]), BridgeJson.Default.OpenParams);
        await SendAsync(deaf, $$"""{"jsonrpc":"2.0","id":2,"method":"image/open","params":{{open}}}""");
        Assert.True((await ReceiveAsync(deaf)).GetProperty("result").GetProperty("have").GetBoolean());
        string render = JsonSerializer.Serialize(new RenderParams(1, plane with { Id = 2, Role = PlaneRole.Result }) { Settings = settings }, BridgeJson.Default.RenderParams);
        await SendAsync(deaf, $$"""{"jsonrpc":"2.0","id":3,"method":"image/render","params":{{render}}}""");
        for (int i = 0; i < 3; i++)
            await brisk.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        await deaf.DisposeAsync();

        long start = Stopwatch.GetTimestamp();
        while ((await brisk.InfoAsync(Token)).Clients > 1 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20))
            await Task.Delay(20, Token);
        Assert.Equal(1, (await brisk.InfoAsync(Token)).Clients);
    }

    [Fact]
    public async Task A_place_has_one_engine_and_it_ends_when_asked()
    {
        Assert.False(await new EngineServer(_server.Options).RunAsync(null, Token));
        await using BridgeClient client = await _server.ConnectAsync();
        await client.ShutdownAsync(Token);
        Assert.True(await _server.Serving.WaitAsync(TimeSpan.FromSeconds(20), Token));
        Assert.False(File.Exists(_server.Options.Endpoint.Socket));
    }

    internal static Task GreetAsync(Stream stream) => Task.Run(async () =>
    {
        await SendAsync(stream, """{"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":{"min":1,"max":1},"client":{"name":"raw","version":"1","pid":1},"capabilities":["inline","shm"]}}""");
        Assert.Equal(1, (await ReceiveAsync(stream)).GetProperty("result").GetProperty("protocol").GetInt32());
    });

    internal static async Task SendAsync(Stream stream, string json)
    {
        byte[] text = Encoding.UTF8.GetBytes(json), frame = new byte[12 + text.Length];
        new FrameHeader(FrameType.Message, 0, text.Length).Write(frame);
        text.CopyTo(frame, 12);
        await stream.WriteAsync(frame);
    }

    internal static async Task<JsonElement> ReceiveAsync(Stream stream)
    {
        byte[] head = new byte[12];
        await stream.ReadExactlyAsync(head).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        byte[] body = new byte[BinaryPrimitives.ReadUInt32LittleEndian(head) - 8];
        await stream.ReadExactlyAsync(body).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        return JsonDocument.Parse(body).RootElement;
    }
}
