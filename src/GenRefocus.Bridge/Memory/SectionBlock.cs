using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;

namespace GenRefocus.Bridge;

/// <summary>Shared memory of Windows: a section with a random name that only the user may open. It ends with the processes that hold it.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe partial class SectionBlock : SharedBlock
{
    private const string NamePrefix = @"Local\genrefocus-";
    private const int RandomBytes = 16;
    private const uint ReadWritePages = 4;
    private const int Revision = 1;

    private readonly SafeHandle? _section;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _bytes;

    private SectionBlock(string name, SafeHandle? section)
    {
        _section = section;
        _file = MemoryMappedFile.OpenExisting(name, MemoryMappedFileRights.ReadWrite);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
        Description = new SharedPlane(SharedPlane.Section) { Name = name };
    }

    public override long Capacity => (long)_view.SafeMemoryMappedViewHandle.ByteLength;

    public override SharedPlane Description { get; }

    public static SectionBlock Create(long bytes)
    {
        string name = NamePrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        if (!DescriptorFromText($"D:P(A;;GA;;;{identity.User?.Value})", Revision, out nint descriptor, out _))
            throw new IOException("Windows refused the access rules of shared memory.", Marshal.GetHRForLastWin32Error());
        try
        {
            SecurityAttributes attributes = new() { Length = sizeof(SecurityAttributes), Descriptor = descriptor };
            nint section = CreateSection(-1, &attributes, ReadWritePages, (uint)(bytes >> 32), (uint)bytes, name);
            return section != 0
                ? new SectionBlock(name, new SafeFileHandle(section, ownsHandle: true))
                : throw new IOException("Windows has no shared memory left.", Marshal.GetHRForLastWin32Error());
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    public static SectionBlock Open(SharedPlane plane)
    {
        if (plane.Name?.StartsWith(NamePrefix, StringComparison.Ordinal) != true)
            throw Refuse($"Shared memory of the kind section has a name that begins with {NamePrefix}.");
        try
        {
            return new SectionBlock(plane.Name, null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refuse("The client's shared memory cannot be opened.", refused);
        }
    }

    public override void Read(long offset, Span<byte> bytes) => new ReadOnlySpan<byte>(At(offset, bytes.Length), bytes.Length).CopyTo(bytes);

    public override void Write(long offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(new Span<byte>(At(offset, bytes.Length), bytes.Length));

    protected override void Dispose(bool disposing)
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        _section?.Dispose();
    }

    private byte* At(long offset, int count) => offset >= 0 && offset <= Capacity - count ? _bytes + offset : throw new IOException("Shared memory is smaller than its plane.");

    [LibraryImport("advapi32.dll", EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DescriptorFromText(string text, int revision, out nint descriptor, out uint size);

    [LibraryImport("kernel32.dll", EntryPoint = "CreateFileMappingW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint CreateSection(nint file, SecurityAttributes* attributes, uint protection, uint sizeHigh, uint sizeLow, string name);

    [LibraryImport("kernel32.dll")]
    private static partial nint LocalFree(nint memory);

    [StructLayout(LayoutKind.Sequential)]
    private struct SecurityAttributes
    {
        public int Length;
        public nint Descriptor;
        public int Inherit;
    }
}
