using System.Buffers;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>Native memory for streams; whoever makes it keeps the memory alive.</summary>
internal sealed unsafe class NativeBytes(byte* bytes, int length) : MemoryManager<byte>
{
    /// <summary>Part of a block.</summary>
    public static NativeBytes Of(AlignedMemory<byte> block, long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, block.Length - length);
        return new NativeBytes(block.Pointer + offset, length);
    }

    public override Span<byte> GetSpan() => new(bytes, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(bytes + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
