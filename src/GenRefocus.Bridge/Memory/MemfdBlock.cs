using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GenRefocus.Bridge;

/// <summary>
/// Shared memory of Linux without a name: it ends with the processes that hold it. Read and written with pread and pwrite, because a mapping that the peer cuts off
/// would end this process.
/// </summary>
internal sealed partial class MemfdBlock : SharedBlock
{
    private const uint CloseOnExec = 1;
    private const string LinkPrefix = "/memfd:";

    private readonly SafeFileHandle _handle;

    private MemfdBlock(SafeFileHandle handle) => _handle = handle;

    public override long Capacity => RandomAccess.GetLength(_handle);

    public override SharedPlane Description => new(SharedPlane.Memfd) { Fd = (int)_handle.DangerousGetHandle() };

    public static MemfdBlock? Create(long bytes)
    {
        int fd = CreateMemory("genrefocus", CloseOnExec);
        if (fd < 0)
            return null;
        SafeFileHandle handle = new(fd, ownsHandle: true);
        try
        {
            RandomAccess.SetLength(handle, bytes);
            return new MemfdBlock(handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public static MemfdBlock Open(SharedPlane plane, int peerPid)
    {
        if (plane.Fd is not >= 0)
            throw Refuse("Shared memory of the kind memfd has a descriptor.");
        string path = string.Create(CultureInfo.InvariantCulture, $"/proc/{peerPid}/fd/{plane.Fd}");
        try
        {
            // Anything but memory could block, or be a file that the user did not mean.
            if (new FileInfo(path).LinkTarget?.StartsWith(LinkPrefix, StringComparison.Ordinal) != true)
                throw Refuse($"Descriptor {plane.Fd} of the client is no shared memory.");
            return new MemfdBlock(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refuse("The client's shared memory cannot be opened.", refused);
        }
    }

    public override void Read(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int count = RandomAccess.Read(_handle, bytes, offset);
            if (count == 0)
                throw new IOException("Shared memory became smaller while it was read.");
            offset += count;
            bytes = bytes[count..];
        }
    }

    public override void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    protected override void Dispose(bool disposing) => _handle.Dispose();

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemory(string name, uint flags);
}
