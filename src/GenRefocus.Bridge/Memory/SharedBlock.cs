namespace GenRefocus.Bridge;

/// <summary>Memory that a client makes and the engine opens. Copied into and out of, never handed out, so that neither side can be hurt by the other.</summary>
public abstract class SharedBlock : IDisposable
{
    /// <summary>Bytes that it holds.</summary>
    public abstract long Capacity { get; }

    /// <summary>What the peer is told.</summary>
    public abstract SharedPlane Description { get; }

    /// <summary>Makes a block.</summary>
    /// <param name="bytes">Bytes that it is to hold.</param>
    /// <returns>The block; null where the system has none.</returns>
    /// <exception cref="IOException">There is not enough memory.</exception>
    public static SharedBlock? TryCreate(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return OperatingSystem.IsLinux() ? MemfdBlock.Create(bytes) : OperatingSystem.IsWindows() ? SectionBlock.Create(bytes) : null;
    }

    /// <summary>Opens a peer's block.</summary>
    /// <param name="plane">How the peer describes it.</param>
    /// <param name="peerPid">The peer's process, as the kernel knows it.</param>
    /// <param name="bytes">Bytes that it must hold.</param>
    /// <exception cref="RpcException">There is no such block, or it is smaller.</exception>
    public static SharedBlock Open(SharedPlane plane, int peerPid, long bytes)
    {
        ArgumentNullException.ThrowIfNull(plane);
        SharedBlock block = plane.Kind switch
        {
            SharedPlane.Memfd when OperatingSystem.IsLinux() => MemfdBlock.Open(plane, peerPid),
            SharedPlane.Section when OperatingSystem.IsWindows() => SectionBlock.Open(plane),
            _ => throw Refuse($"Shared memory of the kind {plane.Kind} is unknown here."),
        };
        if (block.Capacity >= bytes)
            return block;
        long capacity = block.Capacity;
        block.Dispose();
        throw Refuse($"Shared memory of {capacity} bytes does not hold a plane of {bytes} bytes.");
    }

    /// <summary>Copies out of the block.</summary>
    /// <param name="offset">Where the bytes are.</param>
    /// <param name="bytes">Receives them.</param>
    /// <exception cref="IOException">The peer made the block smaller.</exception>
    public abstract void Read(long offset, Span<byte> bytes);

    /// <summary>Copies into the block.</summary>
    /// <param name="offset">Where the bytes go.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="IOException">There is not enough memory.</exception>
    public abstract void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the memory back.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);

    /// <summary>Says what is wrong with a peer's block.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="inner">What led to it.</param>
    private protected static RpcException Refuse(string message, Exception? inner = null) =>
        new(RpcCode.InvalidParams, message, "shm", inner) { Hint = "Send the plane in chunks." };
}
