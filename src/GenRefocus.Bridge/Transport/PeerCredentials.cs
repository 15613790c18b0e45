using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace GenRefocus.Bridge;

/// <summary>Who is at the other end of a unix socket, as the kernel knows it.</summary>
/// <param name="Uid">User.</param>
/// <param name="Pid">Process; 0 where the system does not tell.</param>
public readonly partial record struct PeerCredentials(uint Uid, int Pid)
{
    private const int LinuxSocketLevel = 1, LinuxPeerCredentials = 17;
    private const int MacLocalLevel = 0, MacPeerCredentials = 1, MacCredentialBytes = 76;

    /// <summary>The user of this process.</summary>
    public static uint OwnUid => GetEffectiveUserId();

    /// <summary>Asks the kernel.</summary>
    /// <param name="socket">A connected unix socket.</param>
    /// <exception cref="IOException">It does not tell.</exception>
    public static PeerCredentials Of(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        try
        {
            if (OperatingSystem.IsMacOS())
            {
                byte[] mac = new byte[MacCredentialBytes];
                socket.GetRawSocketOption(MacLocalLevel, MacPeerCredentials, mac);
                return new PeerCredentials(BinaryPrimitives.ReadUInt32LittleEndian(mac.AsSpan(4)), 0);
            }

            byte[] linux = new byte[12];
            socket.GetRawSocketOption(LinuxSocketLevel, LinuxPeerCredentials, linux);
            return new PeerCredentials(BinaryPrimitives.ReadUInt32LittleEndian(linux.AsSpan(4)), BinaryPrimitives.ReadInt32LittleEndian(linux));
        }
        catch (SocketException refused)
        {
            throw new IOException("The system does not tell who is at the other end of the socket.", refused);
        }
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}
