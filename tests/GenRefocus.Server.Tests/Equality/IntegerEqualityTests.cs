using System.Runtime.InteropServices;
using System.Text.Json;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests.Equality;

public sealed class IntegerEqualityTests : IAsyncLifetime
{
    private const int Width = 203, Height = 141;

    private readonly ServerFixture _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(PlaneFormat.U8, 3, true)]
    [InlineData(PlaneFormat.U8, 4, false)]
    [InlineData(PlaneFormat.U8, 1, true)]
    [InlineData(PlaneFormat.U16, 3, false)]
    [InlineData(PlaneFormat.U16, 4, true)]
    [InlineData(PlaneFormat.U16Ps, 3, true)]
    [InlineData(PlaneFormat.U16Ps, 4, false)]
    public async Task A_render_equals_the_command_line(PlaneFormat format, int channels, bool shared)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        AlphaKind alpha = channels is 2 or 4 ? AlphaKind.Straight : AlphaKind.None;
        PlaneInfo plane = HostScene.Layout(Width, Height, format, channels, alpha, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 1);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        ushort[] expected = Expected(plane, pixels, settings);

        await using BridgeClient client = await _server.ConnectAsync(shared);
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), token);
        byte[] result = new byte[plane.ByteLength];
        Array.Fill(result, (byte)0xA5);
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, token);

        Assert.Equal(expected, SampleRows.Flatten(plane, result));
        Assert.NotEqual(SampleRows.Flatten(plane, pixels), SampleRows.Flatten(plane, result));
        for (int y = 0; y < Height - 1; y++)
            Assert.All(result[((y * plane.Stride) + plane.RowBytes)..((y + 1) * plane.Stride)], padding => Assert.Equal(0xA5, padding));
    }

    [Fact]
    public async Task A_region_is_the_crop_of_the_whole_and_a_selection_keeps_the_rest()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 2);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        await using BridgeClient client = await _server.ConnectAsync();
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), token);
        byte[] whole = new byte[plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, whole, null, token);

        RoiInfo roi = new(37, 21, 90, 55);
        PlaneInfo part = plane with { Width = roi.Width, Height = roi.Height };
        byte[] region = new byte[part.ByteLength];
        await client.RenderAsync(image, new RenderRequest(part) { Settings = settings, Roi = roi }, region, null, token);
        for (int y = 0; y < roi.Height; y++)
            Assert.True(whole.AsSpan(((roi.Y + y) * plane.Stride) + (3 * roi.X), part.RowBytes).SequenceEqual(region.AsSpan(y * part.Stride, part.RowBytes)), $"row {y}");

        PlaneInfo mask = new() { Id = 1, Role = PlaneRole.Selection, Format = PlaneFormat.U8, Channels = 1, Width = Width, Height = Height, Stride = Width, Transfer = PlaneTransfer.Linear };
        byte[] selected = new byte[mask.ByteLength];
        for (int y = 0; y < Height; y++)
            selected.AsSpan((y * Width) + 50, 80).Fill(255);
        BridgeImage second = await client.OpenAsync(new HostPicture(plane, pixels) { SelectionLayout = mask, Selection = selected }, token);
        Assert.True(second.WasKnown);
        byte[] mixed = new byte[plane.ByteLength];
        await client.RenderAsync(second, new RenderRequest(plane) { Settings = settings }, mixed, null, token);
        for (int y = 0; y < Height; y++)
        {
            for (int i = 0; i < plane.RowBytes; i++)
            {
                int at = (y * plane.Stride) + i;
                Assert.Equal(i / 3 is >= 50 and < 130 ? whole[at] : pixels[at], mixed[at]);
            }
        }
    }

    // The command line knows no 0 … 32768: it is given the same numbers on 0 … 65535, as nearly as integers can.
    private ushort[] Expected(PlaneInfo plane, byte[] pixels, JsonElement settings)
    {
        if (plane.Format != PlaneFormat.U16Ps)
            return CliPixels.Refocus(_server.Folder, plane, pixels, settings);
        byte[] wide = [.. pixels];
        for (int y = 0; y < plane.Height; y++)
        {
            foreach (ref ushort value in MemoryMarshal.Cast<byte, ushort>(wide.AsSpan(y * plane.Stride, plane.RowBytes)))
                value = (ushort)Math.Round(value * 65535.0 / 32768);
        }

        ushort[] result = CliPixels.Refocus(_server.Folder, plane with { Format = PlaneFormat.U16 }, wide, settings);
        return [.. result.Select(value => (ushort)Math.Round(value * 32768.0 / 65535))];
    }
}
