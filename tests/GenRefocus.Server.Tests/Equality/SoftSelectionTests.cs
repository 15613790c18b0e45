using System.Runtime.InteropServices;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server.Tests.Equality;

public sealed class SoftSelectionTests : IAsyncLifetime
{
    private const int Width = 131, Height = 97, Ramp = 60, Start = 30;

    // Both ends of the mixture are rounded to integers before it is made here, the engine's after.
    private const int Tolerance = 3;

    private readonly ServerFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(PlaneFormat.U8, true)]
    [InlineData(PlaneFormat.U16, false)]
    [InlineData(PlaneFormat.U16Ps, true)]
    [InlineData(PlaneFormat.F16, false)]
    [InlineData(PlaneFormat.F32, true)]
    public async Task Partly_selected_pixels_mix_the_picture_with_the_command_lines_result_in_linear_light(PlaneFormat format, bool shared)
    {
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U16, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 14);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        ushort[] refocused = CliPixels.Refocus(_server.Folder, plane, pixels, settings), original = SampleRows.Flatten(plane, pixels);
        (PlaneInfo mask, byte[] selection) = Selection(format);
        await using BridgeClient client = await _server.ConnectAsync(shared);
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels) { SelectionLayout = mask, Selection = selection }, Token);
        byte[] result = new byte[plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, Token);
        ushort[] mixed = SampleRows.Flatten(plane, result);
        int worst = 0, soft = 0;
        for (int i = 0; i < mixed.Length; i++)
        {
            double weight = HostScene.Sample(mask, selection.AsSpan(i / 3 / Width * mask.Stride), i / 3 % Width);
            if (weight is 0 or 1)
            {
                Assert.Equal(weight == 0 ? original[i] : refocused[i], mixed[i]);
                continue;
            }

            soft += original[i] == refocused[i] ? 0 : 1;
            double light = ((1 - weight) * Light(original[i])) + (weight * Light(refocused[i]));
            worst = Math.Max(worst, Math.Abs((int)Math.Round(SrgbTransfer.FromLinear(light) * 65535) - mixed[i]));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{soft} mixed samples, largest difference {worst} of 65535");
        Assert.True(soft > Width * Height / 2, $"{soft}");
        Assert.True(worst <= Tolerance, $"{worst}");
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("defocus")]
    [InlineData("peaking")]
    public async Task Views_too_leave_what_is_not_selected_as_it_was(string view)
    {
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        byte[] pixels = HostScene.Pixels(plane, 15), whole = new byte[plane.ByteLength], part = new byte[plane.ByteLength];
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        (PlaneInfo mask, byte[] selection) = Selection(PlaneFormat.U8);
        await using BridgeClient client = await _server.ConnectAsync();
        BridgeImage all = await client.OpenAsync(new HostPicture(plane, pixels), Token);
        await client.RenderAsync(all, new RenderRequest(plane) { Settings = settings, View = view }, whole, null, Token);
        BridgeImage some = await client.OpenAsync(new HostPicture(plane, pixels) { SelectionLayout = mask, Selection = selection }, Token);
        await client.RenderAsync(some, new RenderRequest(plane) { Settings = settings, View = view }, part, null, Token);
        Assert.NotEqual(pixels, whole);
        for (int y = 0; y < Height; y++)
        {
            for (int i = 0; i < plane.RowBytes; i++)
            {
                int at = (y * plane.Stride) + i, weight = selection[(y * Width) + (i / 3)];
                if (weight is 0 or 255)
                    Assert.Equal(weight == 0 ? pixels[at] : whole[at], part[at]);
            }
        }
    }

    private static double Light(ushort value) => SrgbTransfer.ToLinear(value / 65535.0);

    // Nothing at the left, a ramp, all at the right.
    private static (PlaneInfo Layout, byte[] Bytes) Selection(PlaneFormat format)
    {
        PlaneInfo mask = new() { Id = 2, Role = PlaneRole.Selection, Format = format, Channels = 1, Width = Width, Height = Height, Stride = 1, Transfer = PlaneTransfer.Linear };
        mask = mask with { Stride = mask.RowBytes };
        byte[] bytes = new byte[mask.ByteLength];
        for (int i = 0; i < Width * Height; i++)
        {
            double weight = Math.Clamp(((i % Width) - Start) / (double)Ramp, 0, 1);
            Span<byte> rest = bytes.AsSpan(i * mask.SampleBytes);
            switch (format)
            {
                case PlaneFormat.U8:
                    rest[0] = (byte)Math.Round(weight * 255);
                    break;
                case PlaneFormat.F16:
                    MemoryMarshal.Write(rest, (Half)weight);
                    break;
                case PlaneFormat.F32:
                    MemoryMarshal.Write(rest, (float)weight);
                    break;
                default:
                    MemoryMarshal.Write(rest, (ushort)Math.Round(weight * (format == PlaneFormat.U16 ? 65535 : 32768)));
                    break;
            }
        }

        return (mask, bytes);
    }
}
