namespace GenRefocus.Imaging;

/// <summary>
/// A picture as integers, the way a file holds them: 1 to 4 interleaved channels (grey, grey + alpha, RGB, RGB + alpha; alpha not multiplied in) of 8 or
/// 16 bits, upright, rows without padding. A 24-megapixel RGB picture takes 72 MB at 8 bits, 144 MB at 16.
/// </summary>
public sealed unsafe class SampleImage : IDisposable
{
    private readonly AlignedMemory<byte> _memory;

    /// <summary>Takes memory; its content is undefined.</summary>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="channels">1 to 4.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SampleImage(int width, int height, int channels, int bitDepth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        if (bitDepth is not (8 or 16))
            throw new ArgumentOutOfRangeException(nameof(bitDepth), bitDepth, "Samples have 8 or 16 bits.");
        Width = width;
        Height = height;
        Channels = channels;
        BitDepth = bitDepth;
        _memory = new AlignedMemory<byte>(RowBytes * height);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Channels: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha.</summary>
    public int Channels { get; }

    /// <summary>Bits a sample: 8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>Whether the last channel is alpha.</summary>
    public bool HasAlpha => Channels is 2 or 4;

    /// <summary>Whether the picture has one channel besides alpha.</summary>
    public bool IsGrey => Channels <= 2;

    /// <summary>Bytes of a row.</summary>
    public long RowBytes => (long)Width * Channels * (BitDepth / 8);

    /// <summary>Bytes of the whole picture.</summary>
    public long ByteLength => RowBytes * Height;

    /// <summary>Address of the first sample.</summary>
    public byte* Pointer => _memory.Pointer;

    /// <summary>One row of an 8-bit picture.</summary>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The samples have 16 bits.</exception>
    public Span<byte> Row8(int y) => Row<byte>(y, 8);

    /// <summary>One row of a 16-bit picture.</summary>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The samples have 8 bits.</exception>
    public Span<ushort> Row16(int y) => Row<ushort>(y, 16);

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    internal Span<T> Row<T>(int y)
        where T : unmanaged => Row<T>(y, sizeof(T) * 8);

    private Span<T> Row<T>(int y, int bits)
        where T : unmanaged
    {
        if (BitDepth != bits)
            throw new InvalidOperationException($"The picture has {BitDepth}-bit samples.");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return new Span<T>(_memory.Pointer + (y * RowBytes), Width * Channels);
    }
}
