using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server.Tests.Equality;

public sealed class ScaleTests : IAsyncLifetime
{
    private const int Width = 203, Height = 141;

    // The command line's integers are rounded before they are reduced, the bridge's after; near black a step of linear light is several of the integers.
    private const int Tolerance = 3;

    private readonly ServerFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(0.5, 102, 70, true)]
    [InlineData(0.37, 75, 52, false)]
    [InlineData(0.01, 2, 1, true)]
    public async Task A_reduced_result_is_the_command_lines_reduced(double scale, int width, int height, bool shared)
    {
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U16, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 12);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        using Photo whole = PhotoReader.Read(CliPixels.RefocusFile(_server.Folder, plane, pixels, settings), null, Token);
        using LinearImage linear = whole.ToLinear(1, Token);
        using LinearImage small = Resampler.Resize(linear, width, height, ResampleFilter.Area, 1, Token);
        using SampleImage expected = PhotoQuantiser.Quantise(small, ColourEncoding.Srgb, 3, 16, 1, Token);

        await using BridgeClient client = await _server.ConnectAsync(shared);
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), Token);
        PlaneInfo target = plane with { Width = width, Height = height };
        byte[] result = new byte[target.ByteLength];
        RenderResult answer = await client.RenderAsync(image, new RenderRequest(target) { Settings = settings, Scale = scale }, result, null, Token);
        Assert.Equal((width, height), (answer.Width, answer.Height));
        AssertNear(CliPixels.Flatten(expected), SampleRows.Flatten(target, result));
    }

    [Fact]
    public async Task A_reduced_region_is_the_region_reduced_and_wrong_sizes_are_refused()
    {
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U16, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 13);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        RoiInfo roi = new(41, 27, 90, 64);
        using Photo whole = PhotoReader.Read(CliPixels.RefocusFile(_server.Folder, plane, pixels, settings), null, Token);
        using LinearImage linear = whole.ToLinear(1, Token);
        using LinearImage part = new(roi.Width, roi.Height);
        for (int y = 0; y < roi.Height; y++)
            linear.Row(roi.Y + y).Slice(roi.X, roi.Width).CopyTo(part.Row(y));
        using LinearImage small = Resampler.Resize(part, 30, 21, ResampleFilter.Area, 1, Token);
        using SampleImage expected = PhotoQuantiser.Quantise(small, ColourEncoding.Srgb, 3, 16, 1, Token);

        await using BridgeClient client = await _server.ConnectAsync();
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), Token);
        PlaneInfo target = plane with { Width = 30, Height = 21 };
        byte[] result = new byte[target.ByteLength];
        await client.RenderAsync(image, new RenderRequest(target) { Settings = settings, Roi = roi, Scale = 1.0 / 3 }, result, null, Token);
        AssertNear(CliPixels.Flatten(expected), SampleRows.Flatten(target, result));
        foreach ((double scale, string member) in ((double, string)[])[(0.5, "plane"), (0.005, "scale"), (1.5, "scale")])
        {
            RenderRequest wrong = new(target) { Settings = settings, Roi = roi, Scale = scale };
            Assert.Equal(member, (await Assert.ThrowsAsync<RpcException>(() => client.RenderAsync(image, wrong, result, null, Token))).Member);
        }
    }

    private static void AssertNear(ushort[] expected, ushort[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        int worst = expected.Zip(actual, (one, other) => Math.Abs(one - other)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine($"largest difference {worst} of 65535");
        Assert.True(worst <= Tolerance, $"{worst}");
    }
}
