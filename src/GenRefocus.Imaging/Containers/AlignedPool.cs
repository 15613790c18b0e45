using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>
/// Keeps given-back native blocks for the next taker. A slider move needs the same few large buffers as the one before it, and fresh pages
/// cost more than the work done in them. Where it is full, sizes that nobody asked for lately make room.
/// </summary>
public static unsafe class AlignedPool
{
    /// <summary>Alignment of every block in bytes.</summary>
    public const int Alignment = 64;

    /// <summary>Largest block in bytes: 32 GiB.</summary>
    public const long MaxBytes = 32L << 30;

    /// <summary>Bytes that the pool keeps for later at most: 512 MiB.</summary>
    public const long MaxKeptBytes = 512L << 20;

    private static readonly ConcurrentDictionary<nuint, AlignedShelf> Shelves = new();
    private static long _keptBytes;
    private static long _clock;

    /// <summary>Bytes that are kept and not in use at the moment.</summary>
    public static long KeptBytes => Interlocked.Read(ref _keptBytes);

    /// <summary>Frees every kept block. Blocks in use are not touched.</summary>
    public static void Trim()
    {
        foreach (AlignedShelf shelf in Shelves.Values)
            Free(shelf, 0);
    }

    internal static void* Rent(nuint bytes)
    {
        AlignedShelf shelf = Shelf(bytes);
        return shelf.Blocks.TryTake(out nint kept) ? Take(kept, shelf.Size) : Allocate(shelf.Size);
    }

    internal static void Return(void* block, nuint bytes)
    {
        AlignedShelf shelf = Shelf(bytes);
        if (Interlocked.Add(ref _keptBytes, (long)shelf.Size) > MaxKeptBytes && (long)shelf.Size <= MaxKeptBytes)
            MakeRoom(shelf);
        if (KeptBytes <= MaxKeptBytes)
            shelf.Blocks.Add((nint)block);
        else
            Free((nint)block, shelf.Size);
    }

    private static AlignedShelf Shelf(nuint bytes)
    {
        AlignedShelf shelf = Shelves.GetOrAdd(SizeClass(bytes), static size => new AlignedShelf(size));
        shelf.LastUse = Interlocked.Increment(ref _clock);
        return shelf;
    }

    // What a finished stage left would else keep the buffers of the present one out for good.
    private static void MakeRoom(AlignedShelf asker)
    {
        foreach (AlignedShelf shelf in Shelves.Values.Where(shelf => shelf != asker).OrderBy(shelf => shelf.LastUse))
        {
            Free(shelf, MaxKeptBytes);
            if (KeptBytes <= MaxKeptBytes)
                return;
        }
    }

    private static void Free(AlignedShelf shelf, long untilKept)
    {
        while (KeptBytes > untilKept && shelf.Blocks.TryTake(out nint block))
            Free(block, shelf.Size);
    }

    private static void Free(nint block, nuint size)
    {
        NativeMemory.AlignedFree(Take(block, size));
        GC.RemoveMemoryPressure((long)size);
    }

    private static void* Take(nint block, nuint size)
    {
        Interlocked.Add(ref _keptBytes, -(long)size);
        return (void*)block;
    }

    // A block weighs on the collector as long as it is the process's, not each time that it is taken: a slider move takes many, and collecting frees none.
    private static void* Allocate(nuint size)
    {
        void* block = AllocateOrTrim(size);
        GC.AddMemoryPressure((long)size);
        return block;
    }

    private static void* AllocateOrTrim(nuint size)
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
