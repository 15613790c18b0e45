using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>Clients over a named pipe of Windows. An instance always waits, so that the name never becomes free for another program.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class PipeListener : IClientListener
{
    private const int BufferBytes = 1 << 16;

    private readonly string _name;
    private NamedPipeServerStream _waiting;

    public PipeListener(BridgeEndpoint endpoint)
    {
        _name = endpoint.Pipe;
        _waiting = Make(PipeOptions.FirstPipeInstance);
    }

    public async Task<IncomingClient> AcceptAsync(CancellationToken cancellationToken)
    {
        await _waiting.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
        NamedPipeServerStream connected = _waiting;
        _waiting = Make(PipeOptions.None);
        return new IncomingClient(connected, GetClientPid(connected.SafePipeHandle, out uint pid) ? (int)pid : 0);
    }

    public void Dispose() => _waiting.Dispose();

    private NamedPipeServerStream Make(PipeOptions more) => new(
        _name,
        PipeDirection.InOut,
        NamedPipeServerStream.MaxAllowedServerInstances,
        PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | more,
        BufferBytes,
        BufferBytes);

    [LibraryImport("kernel32.dll", EntryPoint = "GetNamedPipeClientProcessId", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetClientPid(SafeHandle pipe, out uint pid);
}
