using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Python;

public sealed class PythonClientTests : IAsyncLifetime
{
    private const int Width = 160, Height = 120;

    private readonly ServerFixture _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("inline")]
    [InlineData("shm")]
    public async Task A_client_written_from_the_document_gets_the_same_pixels(string transport)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The Python client uses SO_PEERCRED and memfd of Linux.");
        if (!File.Exists("/usr/bin/python3") && !File.Exists("/usr/local/bin/python3"))
            Assert.Skip("There is no Python 3 here.");
        CancellationToken token = TestContext.Current.CancellationToken;
        PlaneInfo plane = HostScene.Layout(Width, Height, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb) with { Stride = 3 * Width };
        byte[] pixels = HostScene.Pixels(plane with { Stride = 3 * Width }, 7), expected = new byte[plane.ByteLength];
        JsonElement settings = HostScene.Settings(CliPixels.WriteDepth(_server.Folder, Width, Height));

        ProcessStartInfo start = new("python3", [Path.Combine(AppContext.BaseDirectory, "Python", "bridge_client.py"), _server.Options.Endpoint.Socket, Text(Width), Text(Height), transport, settings.GetRawText()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process python = Process.Start(start)!;
        Task<string> facts = python.StandardError.ReadToEndAsync(token);
        using MemoryStream output = new();
        Task reading = python.StandardOutput.BaseStream.CopyToAsync(output, token);
        await python.StandardInput.BaseStream.WriteAsync(pixels, token);
        python.StandardInput.Close();
        await reading;
        await python.WaitForExitAsync(token);
        Assert.True(python.ExitCode == 0, await facts);
        using JsonDocument said = JsonDocument.Parse(await facts);
        Assert.Contains("render", said.RootElement.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()));
        Assert.Equal("star", said.RootElement.GetProperty("words").GetProperty("aperture").GetProperty("shape").GetString());

        await using BridgeClient client = await _server.ConnectAsync();
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, pixels), token);
        Assert.True(image.WasKnown);
        await client.RenderAsync(image, new RenderRequest(plane) { Settings = settings }, expected, null, token);
        Assert.Equal(expected, output.ToArray());
        Assert.NotEqual(pixels, expected);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
