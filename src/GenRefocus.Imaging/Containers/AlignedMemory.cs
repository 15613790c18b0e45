using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>
/// A block of native memory aligned to 64 bytes (one cache line, one 512-bit vector), taken from a pool and given back by <see cref="Dispose"/>.
/// Its content is undefined when it is taken.
/// </summary>
/// <remarks>
/// Whoever holds a pointer or span must also keep the owner reachable until the last access (a <c>using</c> statement or a parameter that is still used does):
/// an owner that is collected gives its block to the next taker.
/// </remarks>
/// <typeparam name="T">Element type without references.</typeparam>
public sealed unsafe class AlignedMemory<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Alignment of the first element in bytes.</summary>
    public const int Alignment = AlignedPool.Alignment;

    private readonly nuint _bytes;
    private nint _address;

    /// <summary>Takes memory for <paramref name="length"/> elements.</summary>
    /// <param name="length">Number of elements, 0 or more; the size in bytes must be below <see cref="AlignedPool.MaxBytes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or the block would be larger than the pool serves.</exception>
    /// <exception cref="OutOfMemoryException">The machine has no such block.</exception>
    public AlignedMemory(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, AlignedPool.MaxBytes / sizeof(T));
        Length = length;
        _bytes = (nuint)Math.Max(1, length) * (nuint)sizeof(T);
        _address = (nint)AlignedPool.Rent(_bytes);
    }

    /// <summary>Gives the memory back when its owner was forgotten.</summary>
    ~AlignedMemory() => Release();

    /// <summary>Number of elements.</summary>
    public long Length { get; }

    /// <summary>Address of the first element, a multiple of <see cref="Alignment"/>.</summary>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public T* Pointer
    {
        get
        {
            nint address = _address;
            ObjectDisposedException.ThrowIf(address == 0, this);
            return (T*)address;
        }
    }

    /// <summary>Sets every byte to zero.</summary>
    public void Clear() => NativeMemory.Clear(Pointer, (nuint)Length * (nuint)sizeof(T));

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        nint address = Interlocked.Exchange(ref _address, 0);
        if (address != 0)
            AlignedPool.Return((void*)address, _bytes);
    }
}
