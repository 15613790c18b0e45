using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Store;

public sealed class EvictionTests : IAsyncLifetime
{
    private const int Width = 200, Height = 150;

    // A picture of this size counts for about 2 MB once it was rendered: two fit.
    private const long Budget = 5_000_000;

    private readonly ServerFixture _server = new(options => options with { CacheBytes = Budget });
    private readonly PlaneInfo _plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Closed_pictures_go_when_memory_is_short_the_longest_unused_first()
    {
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        await using BridgeClient client = await _server.ConnectAsync();
        await UseAsync(client, settings, 0);
        await UseAsync(client, settings, 1);
        Assert.True((await UseAsync(client, settings, 0)).WasKnown);
        await UseAsync(client, settings, 2);

        // 1 was unused for longest, so it went; asking after it brings it back in the place of another.
        EngineInfo info = await client.InfoAsync(Token);
        Assert.Equal(2, info.Images);
        Assert.InRange(info.CacheBytes, 1, Budget);
        Assert.True((await UseAsync(client, settings, 0)).WasKnown);
        Assert.True((await UseAsync(client, settings, 2)).WasKnown);
        Assert.False((await UseAsync(client, settings, 1)).WasKnown);
        Assert.False((await UseAsync(client, settings, 0)).WasKnown);
    }

    [Fact]
    public async Task Open_pictures_stay_and_render_the_same_after_their_memory_was_needed()
    {
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        await using BridgeClient client = await _server.ConnectAsync();
        List<(BridgeImage Image, byte[] Result)> open = [];
        for (int i = 0; i < 5; i++)
        {
            BridgeImage image = await client.OpenAsync(new HostPicture(_plane, HostScene.Pixels(_plane, i)), Token);
            open.Add((image, await RenderAsync(client, image, settings)));
            Assert.InRange((await client.InfoAsync(Token)).CacheBytes, 1, Budget);
        }

        Assert.Equal(5, (await client.InfoAsync(Token)).Images);
        foreach ((BridgeImage image, byte[] result) in open)
            Assert.Equal(result, await RenderAsync(client, image, settings));
        Assert.Equal(CliPixels.Refocus(_server.Folder, _plane, HostScene.Pixels(_plane, 0), settings), SampleRows.Flatten(_plane, open[0].Result));
        foreach ((BridgeImage image, _) in open)
            await client.CloseAsync(image, Token);
        await UseAsync(client, settings, 9);
        Assert.InRange((await client.InfoAsync(Token)).CacheBytes, 1, Budget);
    }

    private async Task<BridgeImage> UseAsync(BridgeClient client, JsonElement settings, int seed)
    {
        BridgeImage image = await client.OpenAsync(new HostPicture(_plane, HostScene.Pixels(_plane, seed)), Token);
        await RenderAsync(client, image, settings);
        await client.CloseAsync(image, Token);
        return image;
    }

    private async Task<byte[]> RenderAsync(BridgeClient client, BridgeImage image, JsonElement settings)
    {
        byte[] result = new byte[_plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(_plane) { Settings = settings }, result, null, Token);
        return result;
    }
}
