using System.Diagnostics;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.Server.Tests.Life;

public sealed class IdleExitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_engine_stays_while_a_client_is_there_and_goes_after_the_last_one()
    {
        await using ServerFixture server = new(options => options with { IdleExit = TimeSpan.FromSeconds(1) });
        await using (BridgeClient client = await server.ConnectAsync())
        {
            await Task.Delay(TimeSpan.FromSeconds(3), Token);
            Assert.False(server.Serving.IsCompleted);
            await using BridgeClient second = await server.ConnectAsync();
            Assert.Equal(2, (await client.InfoAsync(Token)).Clients);
        }

        Assert.True(await server.Serving.WaitAsync(Patience, Token));
        Assert.False(File.Exists(server.Options.Endpoint.Socket));
        await Assert.ThrowsAsync<IOException>(() => server.ConnectAsync());
    }

    [Fact]
    public async Task The_program_ends_without_an_error_when_nobody_comes()
    {
        string folder = Directory.CreateTempSubdirectory("grf-idle-").FullName;
        using Process engine = Process.Start(new ProcessStartInfo(CliPixels.Program, ["serve", "--folder", folder, "--idle-exit", "1"]) { RedirectStandardOutput = true })!;
        string said = await engine.StandardOutput.ReadToEndAsync(Token).WaitAsync(Patience, Token);
        await engine.WaitForExitAsync(Token).WaitAsync(Patience, Token);
        Assert.Equal(0, engine.ExitCode);
        Assert.StartsWith("listening at", said, StringComparison.Ordinal);
        Assert.False(File.Exists(BridgeEndpoint.In(folder).Socket));
        Directory.Delete(folder, recursive: true);
    }
}
