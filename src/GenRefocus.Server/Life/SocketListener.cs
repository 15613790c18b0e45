using System.Globalization;
using System.Net.Sockets;
using System.Runtime.Versioning;
using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>Clients over a unix socket. Call it with the single-instance lock held: what is left of a dead engine's socket is removed.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SocketListener : IClientListener
{
    private const int Backlog = 64;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ServerLog _log;

    public SocketListener(BridgeEndpoint endpoint, ServerLog log)
    {
        _log = log;
        File.Delete(endpoint.Socket);
        _socket.Bind(new UnixDomainSocketEndPoint(endpoint.Socket));
        File.SetUnixFileMode(endpoint.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _socket.Listen(Backlog);
    }

    public async Task<IncomingClient> AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Socket client = await _socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                PeerCredentials peer = PeerCredentials.Of(client);
                if (peer.Uid == PeerCredentials.OwnUid)
                    return new IncomingClient(new NetworkStream(client, ownsSocket: true), peer.Pid);
                _log.Error("refused another user", ("uid", peer.Uid.ToString(CultureInfo.InvariantCulture)));
            }
            catch (IOException unknown)
            {
                _log.Error("refused an unknown user", ("reason", unknown.Message));
            }

            client.Dispose();
        }
    }

    // Removes the socket's file too.
    public void Dispose() => _socket.Dispose();
}
