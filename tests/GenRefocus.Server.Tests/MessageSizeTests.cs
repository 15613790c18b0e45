using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests;

/// <summary>An aperture's own picture travels in the settings of a request and in the history of its answer.</summary>
public sealed class MessageSizeTests : IAsyncLifetime
{
    private const int Width = 96, Height = 64;

    private readonly ServerFixture _server = new();
    private readonly PlaneInfo _plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_largest_picture_of_an_aperture_goes_there_and_back()
    {
        string aperture = Aperture(_server, (512 << 10) * 4 / 3);
        await using BridgeClient client = await _server.ConnectAsync();
        RenderResult result = await RenderAsync(client, _server, aperture);
        Assert.Equal(aperture, result.History.GetProperty("settings").GetProperty("aperture").GetProperty("image").GetString());
    }

    [Fact]
    public async Task A_larger_one_and_a_larger_request_are_refused_and_the_connection_goes_on()
    {
        await using BridgeClient client = await _server.ConnectAsync();
        RpcException larger = await Assert.ThrowsAsync<RpcException>(() => RenderAsync(client, _server, Aperture(_server, (512 << 10) * 4 / 3 + 200)));
        Assert.Equal((RpcCode.Limit, "aperture.image"), (larger.Code, larger.Member));
        RpcException unsendable = await Assert.ThrowsAsync<RpcException>(() => RenderAsync(client, _server, Aperture(_server, 1 << 20)));
        Assert.Equal(RpcCode.Limit, unsendable.Code);
        await RenderAsync(client, _server, Aperture(_server, 0));
    }

    [Fact]
    public async Task An_answer_that_would_be_too_long_is_an_error_and_not_silence()
    {
        await using ServerFixture server = new(options => options with { Limits = new BridgeLimits { ApertureBytes = 4 << 20 } });
        await using BridgeClient client = await server.ConnectAsync();

        // The request just fits; the answer has all settings beside it.
        string aperture = Aperture(server, (1 << 20) - 700);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => RenderAsync(client, server, aperture).WaitAsync(TimeSpan.FromSeconds(60), Token));
        Assert.Equal(RpcCode.Limit, refused.Code);
        Assert.Contains("answer", refused.Message, StringComparison.Ordinal);
        await RenderAsync(client, server, Aperture(server, 0));
    }

    // Base64 may hold blanks, so a small picture can be as long as is wanted.
    private static string Aperture(ServerFixture server, int length)
    {
        string path = Path.Combine(server.Folder, "aperture.png");
        using LinearImage image = new(16, 16);
        image.Fill(System.Numerics.Vector4.One);
        PhotoWriter.Write(image, null, path, new PhotoWriteOptions { BitDepth = 8 });
        return Settings.ApertureImage.Embed(File.ReadAllBytes(path)).PadRight(length);
    }

    private async Task<RenderResult> RenderAsync(BridgeClient client, ServerFixture server, string aperture)
    {
        using JsonDocument settings = JsonDocument.Parse(
            $$"""{"aperture":{"shape":"image","image":"{{aperture}}"},"blur":{"k":8},"depth":{"source":{{JsonSerializer.Serialize(CliPixels.WriteDepth(server.Folder, Width, Height))}},"kind":"disparity"} }""");
        BridgeImage image = await client.OpenAsync(new HostPicture(_plane, HostScene.Pixels(_plane, 2)), Token);
        byte[] result = new byte[_plane.ByteLength];
        RenderResult answer = await client.RenderAsync(image, new RenderRequest(_plane) { Settings = settings.RootElement }, result, null, Token);
        Assert.NotEqual(-1, result.AsSpan().IndexOfAnyExcept((byte)0));
        return answer;
    }
}
