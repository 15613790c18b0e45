using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>A result as the client wants it, padding and all; the rows of a region that is larger than the result are cut.</summary>
internal sealed unsafe class ResultPlane : IDisposable
{
    private readonly AlignedMemory<byte> _memory;
    private readonly int _skipX;
    private readonly int _skipY;

    /// <summary>Takes memory.</summary>
    /// <param name="layout">What the client wants.</param>
    /// <param name="skipX">Columns of the rows that come, left of the result.</param>
    /// <param name="skipY">Rows that come above the result.</param>
    public ResultPlane(PlaneInfo layout, int skipX, int skipY)
    {
        Layout = layout;
        _skipX = skipX;
        _skipY = skipY;
        _memory = new AlignedMemory<byte>(layout.ByteLength);
        if (layout.Stride != layout.RowBytes)
            _memory.Clear();
    }

    /// <summary>What the client wants.</summary>
    public PlaneInfo Layout { get; }

    /// <summary>Bytes of the plane.</summary>
    public NativeBytes Bytes(long offset, int length) => new(_memory.Pointer + offset, length);

    /// <summary>Takes a row of the region, in the plane's own samples.</summary>
    public void TakeRow(int y, ReadOnlySpan<byte> row)
    {
        if (y >= _skipY && y - _skipY < Layout.Height)
            row.Slice(_skipX * Layout.Channels * Layout.SampleBytes, Layout.RowBytes).CopyTo(Row(y - _skipY));
    }

    /// <summary>Takes all rows of a region of integers.</summary>
    public void Take(SampleImage samples)
    {
        for (int y = 0; y < Layout.Height; y++)
        {
            if (Layout.Format == PlaneFormat.U8)
                TakeRow(y + _skipY, samples.Row8(y + _skipY));
            else
                TakeRow(y + _skipY, MemoryMarshal.AsBytes(samples.Row16(y + _skipY)));
            if (Layout.Format == PlaneFormat.U16Ps)
                Narrow(MemoryMarshal.Cast<byte, ushort>(Row(y)));
        }
    }

    /// <summary>Copies the rows, not what lies between them, into shared memory.</summary>
    public void CopyTo(SharedBlock block)
    {
        if (Layout.Stride == Layout.RowBytes)
        {
            const int Step = 1 << 30;
            for (long offset = 0; offset < Layout.ByteLength; offset += Step)
                block.Write(offset, new ReadOnlySpan<byte>(_memory.Pointer + offset, (int)Math.Min(Step, Layout.ByteLength - offset)));
            return;
        }

        for (int y = 0; y < Layout.Height; y++)
            block.Write((long)y * Layout.Stride, Row(y));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static void Narrow(Span<ushort> row)
    {
        foreach (ref ushort value in row)
            value = PhotoshopRange.Narrow(value);
    }

    private Span<byte> Row(int y) => new(_memory.Pointer + ((long)y * Layout.Stride), Layout.RowBytes);
}
