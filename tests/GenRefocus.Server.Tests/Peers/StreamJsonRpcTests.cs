using System.IO.Pipelines;
using System.Text.Json;
using GenRefocus.Bridge;
using StreamJsonRpc;

namespace GenRefocus.Server.Tests.Peers;

public sealed class StreamJsonRpcTests
{
    [Fact]
    public async Task A_library_that_is_not_ours_understands_the_engine()
    {
        await using ServerFixture server = new();
        Stream stream = await server.ConnectRawAsync();
        IDuplexPipe pipe = new DuplexPipe(PipeReader.Create(stream), PipeWriter.Create(stream));
        using FrameMessageHandler handler = new(pipe, new SystemTextJsonFormatter());
        using JsonRpc rpc = new(handler);
        rpc.StartListening();
        CancellationToken token = TestContext.Current.CancellationToken;
        JsonElement hello = await rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "hello", new { protocol = new { min = 1, max = 1 }, client = new { name = "peer", version = "1", pid = 1 }, capabilities = Array.Empty<string>() }, token);
        Assert.Equal(1, hello.GetProperty("protocol").GetInt32());
        JsonElement info = await rpc.InvokeWithParameterObjectAsync<JsonElement>("engine/info", new { }, token);
        Assert.Equal(Environment.ProcessId, info.GetProperty("pid").GetInt32());
        JsonElement words = await rpc.InvokeWithParameterObjectAsync<JsonElement>("prompt", new { text = "heart shaped bokeh" }, token);
        Assert.Equal("heart", words.GetProperty("settings").GetProperty("aperture").GetProperty("shape").GetString());
        await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => rpc.InvokeWithParameterObjectAsync<JsonElement>("image/save", new { image = 1 }, token));
        RemoteRpcException refused = await Assert.ThrowsAnyAsync<RemoteRpcException>(() => rpc.InvokeWithParameterObjectAsync<JsonElement>("image/close", new { image = 5 }, token));
        Assert.Equal(RpcCode.InvalidParams, (int)refused.ErrorCode!);
    }

    private sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
