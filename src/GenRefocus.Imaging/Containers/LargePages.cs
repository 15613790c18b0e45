using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>
/// Asks Linux to back large blocks with pages of 2 MiB. The first touch of a page costs the same whatever its size: with pages of 4 KiB it is a third of the time that a
/// 12 megapixel photo takes. Elsewhere nothing is asked, and a refusal changes nothing but the time.
/// </summary>
internal static unsafe partial class LargePages
{
    /// <summary>Size and alignment of a large page in bytes.</summary>
    public const int PageBytes = 2 << 20;

    /// <summary>Smaller blocks would waste too much of their last page.</summary>
    public const int SmallestBlock = 8 << 20;

    private const int MadvHugepage = 14;

    /// <summary>Asks for large pages.</summary>
    /// <param name="block">Start of the block, aligned to <see cref="PageBytes"/>.</param>
    /// <param name="bytes">Its size.</param>
    public static void Prefer(void* block, nuint bytes)
    {
        // Only whole pages: the rest of the last one may belong to another block.
        if (OperatingSystem.IsLinux())
            _ = Advise(block, bytes / PageBytes * PageBytes, MadvHugepage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
