using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Imaging.Tests;

namespace GenRefocus.Server.Tests.Equality;

public sealed class ProfileEqualityTests : IAsyncLifetime
{
    private const int Width = 149, Height = 107;

    private readonly ServerFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(PlaneFormat.U8, 3, true)]
    [InlineData(PlaneFormat.U8, 1, false)]
    [InlineData(PlaneFormat.U16, 3, false)]
    [InlineData(PlaneFormat.U16, 4, true)]
    public async Task Integers_with_a_profile_equal_the_command_line(PlaneFormat format, int channels, bool shared)
    {
        byte[] curve = IccSample.Gamma(1.8), icc = channels == 1 ? IccSample.Grey(curve) : IccSample.Rgb(curve, IccSample.Gamma(2.4), curve);
        PlaneInfo plane = HostScene.Layout(Width, Height, format, channels, channels == 4 ? AlphaKind.Straight : AlphaKind.None, PlaneTransfer.Icc);
        byte[] pixels = HostScene.Pixels(plane, 8);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        ushort[] expected = CliPixels.Refocus(_server.Folder, plane, pixels, settings, icc);
        await using BridgeClient client = await _server.ConnectAsync(shared);
        Assert.Equal(expected, await RenderAsync(client, plane, pixels, icc, settings));

        // The curves count: as sRGB the same integers give others.
        Assert.NotEqual(expected, await RenderAsync(client, plane with { Transfer = PlaneTransfer.Srgb }, pixels, icc, settings));
    }

    [Fact]
    public async Task A_profile_of_tables_counts_as_srgb()
    {
        byte[] icc = IccSample.LookUpTables();
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Icc);
        byte[] pixels = HostScene.Pixels(plane, 9);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        await using BridgeClient client = await _server.ConnectAsync();
        Assert.Equal(CliPixels.Refocus(_server.Folder, plane, pixels, settings), await RenderAsync(client, plane, pixels, icc, settings));
    }

    [Fact]
    public async Task A_profile_that_is_missing_broken_or_too_large_is_refused()
    {
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Icc);
        byte[] pixels = HostScene.Pixels(plane, 9);
        await using BridgeClient client = await _server.ConnectAsync();
        foreach ((byte[]? icc, int code) in ((byte[]?, int)[])[(null, RpcCode.InvalidParams), (new byte[200], RpcCode.InvalidParams), (new byte[(512 << 10) + 1], RpcCode.Limit)])
        {
            RpcException refused = await Assert.ThrowsAsync<RpcException>(() => client.OpenAsync(new HostPicture(plane, pixels) { Icc = icc }, Token));
            Assert.Equal((code, "icc"), (refused.Code, refused.Member));
        }

        Assert.True(client.Connection.IsAlive);
    }

    private static async Task<ushort[]> RenderAsync(BridgeClient client, PlaneInfo plane, byte[] pixels, byte[] icc, JsonElement settings)
    {
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels) { Icc = icc }, Token);
        byte[] result = new byte[plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, Token);
        return SampleRows.Flatten(plane, result);
    }
}
