using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>
/// Keeps given-back native blocks for the next taker. A slider move needs the same few large buffers as the one before it, and fresh pages
/// cost more than the work done in them.
/// </summary>
public static unsafe class AlignedPool
{
    /// <summary>Alignment of every block in bytes.</summary>
    public const int Alignment = 64;

    /// <summary>Largest block in bytes: 32 GiB.</summary>
    public const long MaxBytes = 32L << 30;

    /// <summary>Bytes that the pool keeps for later at most: 512 MiB.</summary>
    public const long MaxKeptBytes = 512L << 20;

    private static readonly ConcurrentDictionary<nuint, ConcurrentBag<nint>> Kept = new();
    private static long _keptBytes;

    /// <summary>Bytes that are kept and not in use at the moment.</summary>
    public static long KeptBytes => Interlocked.Read(ref _keptBytes);

    /// <summary>Frees every kept block. Blocks in use are not touched.</summary>
    public static void Trim()
    {
        foreach ((nuint size, ConcurrentBag<nint> bag) in Kept)
        {
            while (bag.TryTake(out nint block))
            {
                NativeMemory.AlignedFree(Take(block, size));
            }
        }
    }

    internal static void* Rent(nuint bytes)
    {
        nuint size = SizeClass(bytes);
        void* block = Kept.TryGetValue(size, out ConcurrentBag<nint>? bag) && bag.TryTake(out nint kept) ? Take(kept, size) : Allocate(size);
        // Only blocks in use weigh on the collector: collecting could not free a kept one.
        GC.AddMemoryPressure((long)size);
        return block;
    }

    internal static void Return(void* block, nuint bytes)
    {
        nuint size = SizeClass(bytes);
        GC.RemoveMemoryPressure((long)size);
        if (Interlocked.Add(ref _keptBytes, (long)size) <= MaxKeptBytes)
        {
            Kept.GetOrAdd(size, static _ => []).Add((nint)block);
            return;
        }

        Interlocked.Add(ref _keptBytes, -(long)size);
        NativeMemory.AlignedFree(block);
    }

    private static void* Take(nint block, nuint size)
    {
        Interlocked.Add(ref _keptBytes, -(long)size);
        return (void*)block;
    }

    private static void* Allocate(nuint size)
    {
        try
        {
            return AllocateFresh(size);
        }
        catch (OutOfMemoryException)
        {
            Trim();
            return AllocateFresh(size);
        }
    }

    private static void* AllocateFresh(nuint size)
    {
        if (size < LargePages.SmallestBlock)
            return NativeMemory.AlignedAlloc(size, Alignment);
        void* block = NativeMemory.AlignedAlloc(size, LargePages.PageBytes);
        LargePages.Prefer(block, size);
        return block;
    }

    /// <summary>Rounds up to one of four sizes an octave, so that pictures of nearly the same size share blocks and at most a fifth is wasted.</summary>
    private static nuint SizeClass(nuint bytes)
    {
        nuint octave = (nuint)1 << BitOperations.Log2(Math.Max(bytes, 4096));
        nuint step = octave / 4;
        return (Math.Max(bytes, 4096) + step - 1) / step * step;
    }
}
