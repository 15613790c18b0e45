using System.IO.Pipes;
using System.Net.Sockets;
using System.Security.Principal;

namespace GenRefocus.Bridge;

/// <summary>Connects to an engine and makes sure that it is the user's own.</summary>
public static class BridgeTransport
{
    /// <summary>Connects, once.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A connected stream.</returns>
    /// <exception cref="IOException">Nobody listens, or another user does.</exception>
    public static async Task<Stream> ConnectAsync(BridgeEndpoint endpoint, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        using CancellationTokenSource clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(timeout);
        try
        {
            return OperatingSystem.IsWindows() ? await ConnectPipeAsync(endpoint, clock.Token).ConfigureAwait(false) : await ConnectSocketAsync(endpoint, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"No engine answered within {timeout.TotalSeconds:0.##} s.");
        }
        catch (Exception refused) when (refused is SocketException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"No engine can be reached at {(OperatingSystem.IsWindows() ? endpoint.Pipe : endpoint.Socket)}.", refused);
        }
    }

    private static async Task<Stream> ConnectSocketAsync(BridgeEndpoint endpoint, CancellationToken cancellationToken)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(endpoint.Socket), cancellationToken).ConfigureAwait(false);
            if (PeerCredentials.Of(socket).Uid != PeerCredentials.OwnUid)
                throw new IOException($"The engine at {endpoint.Socket} belongs to another user.");
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> ConnectPipeAsync(BridgeEndpoint endpoint, CancellationToken cancellationToken)
    {
        // CurrentUserOnly refuses a pipe that another user owns; Identification keeps the engine from acting as the host.
        NamedPipeClientStream pipe = new(
            ".", endpoint.Pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly, TokenImpersonationLevel.Identification);
        try
        {
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
