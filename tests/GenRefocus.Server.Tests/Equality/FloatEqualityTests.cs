using System.Numerics;
using System.Text;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Server.Tests.Equality;

public sealed class FloatEqualityTests : IAsyncLifetime
{
    private const int Width = 121, Height = 87;

    private readonly ServerFixture _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(PlaneFormat.F32, 3, AlphaKind.None, PlaneTransfer.Srgb, true)]
    [InlineData(PlaneFormat.F32, 4, AlphaKind.Straight, PlaneTransfer.Srgb, false)]
    [InlineData(PlaneFormat.F32, 4, AlphaKind.Premultiplied, PlaneTransfer.Linear, true)]
    [InlineData(PlaneFormat.F32, 1, AlphaKind.None, PlaneTransfer.Linear, false)]
    [InlineData(PlaneFormat.F16, 4, AlphaKind.Straight, PlaneTransfer.Linear, true)]
    [InlineData(PlaneFormat.F16, 3, AlphaKind.None, PlaneTransfer.Srgb, false)]
    public async Task A_render_equals_the_engine_in_process(PlaneFormat format, int channels, AlphaKind alpha, PlaneTransfer transfer, bool shared)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        PlaneInfo plane = HostScene.Layout(Width, Height, format, channels, alpha, transfer);
        byte[] pixels = HostScene.Pixels(plane, 3);
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));
        using RefocusPipeline pipeline = new(new EngineOptions { Threads = 1 });
        RefocusRequest request = RefocusRequest.FromPatch(SettingsDocument.Parse(Encoding.UTF8.GetBytes(settings.GetRawText())).Patch);
        using RefocusResult expected = pipeline.Refocus(new Source(plane, pixels), request, null, token);

        await using BridgeClient client = await _server.ConnectAsync(shared);
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), token);
        byte[] result = new byte[plane.ByteLength];
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, result, null, token);

        double tolerance = format == PlaneFormat.F32 ? 1e-6 : 1e-3, worst = 0;
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<byte> row = result.AsSpan(y * plane.Stride, plane.RowBytes);
            for (int x = 0; x < Width; x++)
            {
                Vector4 pixel = expected.Picture.Row(y)[x];

                // Colours under no alpha came back as they were sent; the engine does not know them.
                bool isHidden = alpha == AlphaKind.Straight && pixel.W == 0;
                for (int c = isHidden ? channels - 1 : 0; c < channels; c++)
                    worst = Math.Max(worst, Math.Abs(Encoded(plane, pixel, c) - HostScene.Sample(plane, row, (x * channels) + c)));
            }
        }

        Assert.True(worst <= tolerance, $"{worst}");
    }

    private static double Encoded(PlaneInfo plane, Vector4 pixel, int c)
    {
        if (plane.Alpha != AlphaKind.None && c == plane.Channels - 1)
            return pixel.W;
        double value = pixel[c];
        if (plane.Alpha == AlphaKind.Straight)
            value = pixel.W == 0 ? 0 : value / pixel.W;
        return plane.Transfer == PlaneTransfer.Srgb ? SrgbTransfer.FromLinear(value) : value;
    }

    /// <summary>The host's floats decoded by the definition.</summary>
    private sealed class Source(PlaneInfo plane, byte[] pixels) : IPictureSource
    {
        public ColourEncoding Encoding => ColourEncoding.Srgb;

        public CaptureInfo Capture => CaptureInfo.Unknown;

        public LinearImage ToLinear(int threads, CancellationToken cancellationToken = default)
        {
            LinearImage image = new(plane.Width, plane.Height);
            for (int y = 0; y < plane.Height; y++)
            {
                for (int x = 0; x < plane.Width; x++)
                    image.Row(y)[x] = Pixel(pixels.AsSpan(y * plane.Stride, plane.RowBytes), x * plane.Channels);
            }

            return image;
        }

        private Vector4 Pixel(ReadOnlySpan<byte> row, int first)
        {
            // Multiplied in single precision, as a photo's samples are: a last bit more or less here becomes many where little alpha is divided by.
            float alpha = plane.Alpha == AlphaKind.None ? 1 : (float)HostScene.Sample(plane, row, first + plane.Channels - 1);
            Span<float> light = stackalloc float[3];
            for (int c = 0; c < 3; c++)
            {
                double value = HostScene.Sample(plane, row, first + (plane.Channels <= 2 ? 0 : c));
                light[c] = (float)(plane.Transfer == PlaneTransfer.Srgb ? SrgbTransfer.ToLinear(value) : value);
            }

            return new Vector4(new Vector3(light) * (plane.Alpha == AlphaKind.Straight ? alpha : 1), alpha);
        }
    }
}
