using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests;

public sealed class KernelViewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, 300)]
    [InlineData(90, 60)]
    public async Task The_kernel_lies_in_the_middle_of_the_picture_and_a_region_is_its_crop(int width, int height)
    {
        await using ServerFixture server = new();
        await using BridgeClient client = await server.ConnectAsync();
        PlaneInfo plane = HostScene.Layout(width, height, PlaneFormat.U8, 4, AlphaKind.Straight, PlaneTransfer.Srgb);
        plane = plane with { Stride = plane.RowBytes };
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, HostScene.Pixels(plane, 1)), Token);
        byte[] whole = new byte[plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(plane) { View = "kernel" }, whole, null, Token);
        byte At(int x, int y, int c) => whole[(y * plane.Stride) + (x * 4) + c];
        Assert.Equal((255, 255, 0, 255), (At(width / 2, height / 2, 0), At(width / 2, height / 2, 3), At(0, 0, 0), At(0, 0, 3)));
        RoiInfo roi = new(width / 4, height / 3, width / 2, height / 2);
        PlaneInfo part = plane with { Width = roi.Width, Height = roi.Height, Stride = roi.Width * 4 };
        byte[] cut = new byte[part.ByteLength];
        await client.RenderAsync(image, new RenderRequest(part) { View = "kernel", Roi = roi }, cut, null, Token);
        for (int y = 0; y < roi.Height; y++)
            Assert.True(whole.AsSpan(((roi.Y + y) * plane.Stride) + (roi.X * 4), part.Stride).SequenceEqual(cut.AsSpan(y * part.Stride, part.Stride)), $"row {y}");
    }
}
