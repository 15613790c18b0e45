using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests;

public sealed class PromptTests : IAsyncLifetime
{
    private readonly ServerFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("very creamy bokeh with hearts, only the background blurred", null)]
    [InlineData("柔らかいボケ、被写界深度を浅く、手前にピント", null)]
    [InlineData("f/2, <b>\"xyzzy\"</b> & weiche Unschärfe", "de")]
    [InlineData("", "fr")]
    public async Task Words_are_understood_as_the_command_line_understands_them(string words, string? language)
    {
        List<string> arguments = ["prompt", words, "--json"];
        if (language is not null)
            arguments.AddRange(["--language", language]);
        ProcessStartInfo start = new(CliPixels.Program, arguments) { RedirectStandardOutput = true };

        // The server of this test was told no language of the user.
        foreach (string variable in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
            start.Environment[variable] = "";
        using Process program = Process.Start(start)!;
        using JsonDocument expected = JsonDocument.Parse(await program.StandardOutput.ReadToEndAsync(Token));
        await program.WaitForExitAsync(Token);
        await using BridgeClient client = await _server.ConnectAsync();
        JsonElement answer = await client.Connection.CallAsync(
            BridgeMethods.Prompt, new PromptParams(words) { Language = language }, BridgeJson.Default.PromptParams, BridgeJson.Default.JsonElement, null, Token);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, answer), $"{answer}");
    }

    [Fact]
    public async Task What_was_understood_can_be_rendered()
    {
        await using BridgeClient client = await _server.ConnectAsync();
        PromptResult result = await client.PromptAsync("star shaped bokeh, xyzzy", null, Token);
        Assert.Equal("en", result.Language);
        Assert.Equal("star", result.Settings.GetProperty("aperture").GetProperty("shape").GetString());
        Assert.Contains(result.Understood, words => words.Members.Contains("aperture.shape"));
        Assert.Equal(("xyzzy", 19, 5), (Assert.Single(result.Ignored).Text, result.Ignored[0].Start, result.Ignored[0].Length));
        Assert.NotEmpty(result.Explanation);

        PlaneInfo plane = HostScene.Layout(60, 40, PlaneFormat.U8, 3, AlphaKind.None, PlaneTransfer.Srgb);
        BridgeImage image = await client.OpenAsync(new HostPicture(plane, HostScene.Pixels(plane, 1)), Token);
        RenderResult rendered = await client.RenderAsync(image, new RenderRequest(plane) { Settings = result.Settings }, new byte[plane.ByteLength], null, Token);
        Assert.Equal("star", rendered.History.GetProperty("settings").GetProperty("aperture").GetProperty("shape").GetString());
    }

    [Fact]
    public async Task The_users_language_decides_where_the_words_do_not()
    {
        await using ServerFixture german = new(options => options with { Language = "de_DE.UTF-8" });
        await using BridgeClient client = await german.ConnectAsync();
        Assert.Equal("de", (await client.PromptAsync("f/2", null, Token)).Language);
    }

    [Fact]
    public async Task Words_that_are_too_long_and_languages_that_do_not_exist_are_refused()
    {
        await using BridgeClient client = await _server.ConnectAsync();
        int most = client.Connection.Hello.Limits.PromptLength;
        await client.PromptAsync(new string('a', most), null, Token);
        RpcException tooLong = await Assert.ThrowsAsync<RpcException>(() => client.PromptAsync(new string('a', most + 1), null, Token));
        Assert.Equal((RpcCode.Limit, "text"), (tooLong.Code, tooLong.Member));
        RpcException unknown = await Assert.ThrowsAsync<RpcException>(() => client.PromptAsync("soft", "tlh", Token));
        Assert.Equal((RpcCode.InvalidParams, "language"), (unknown.Code, unknown.Member));
    }
}
