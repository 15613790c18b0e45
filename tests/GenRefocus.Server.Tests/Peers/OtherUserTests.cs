using System.Diagnostics;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests.Peers;

public sealed class OtherUserTests
{
    private const string Python = "/usr/bin/python3";

    // The folder is opened to everybody on purpose: what is left is the socket's mode, then the engine's own look at the peer.
    private const string Script = """
        import socket, sys
        s = socket.socket(socket.AF_UNIX); s.settimeout(10)
        try:
            s.connect(sys.argv[1])
            print("hung up" if s.recv(1) == b"" else "answered")
        except PermissionError:
            print("refused")
        """;

    [Theory]
    [InlineData(false, "refused")]
    [InlineData(true, "hung up")]
    public async Task Another_user_cannot_connect(bool openSocket, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no sockets with modes.");
            return;
        }

        if (!OperatingSystem.IsLinux() || PeerCredentials.OwnUid != 0 || !File.Exists("/usr/bin/setpriv") || !File.Exists(Python))
            Assert.Skip($"Needs root, setpriv and {Python} to become another user.");
        await using ServerFixture server = new();
        File.SetUnixFileMode(server.Folder, (UnixFileMode)0b111_101_101);
        if (openSocket)
            File.SetUnixFileMode(server.Options.Endpoint.Socket, (UnixFileMode)0b110_110_110);
        ProcessStartInfo start = new("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Python, "-c", Script, server.Options.Endpoint.Socket]) { RedirectStandardOutput = true };
        using Process other = Process.Start(start)!;
        string said = await other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, said.Trim());
        await using BridgeClient own = await server.ConnectAsync();
        Assert.Equal(1, (await own.InfoAsync(TestContext.Current.CancellationToken)).Clients);
    }
}
