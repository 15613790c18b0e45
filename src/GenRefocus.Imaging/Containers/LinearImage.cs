using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>
/// A picture in linear light: red, green, blue, alpha as 32-bit floats, interleaved, premultiplied, 1 = diffuse white (values above 1 are kept).
/// The colour space's primaries are those of the file it came from. Rows start on 64-byte boundaries; the pixels between <see cref="Width"/> and
/// <see cref="Stride"/> are padding with undefined content.
/// </summary>
public sealed unsafe class LinearImage : IDisposable
{
    private const int RowPixels = AlignedMemory<Vector4>.Alignment / 16;

    private readonly AlignedMemory<Vector4> _memory;

    /// <summary>Takes memory for a picture; its content is undefined.</summary>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or the picture is larger than the pool serves.</exception>
    public LinearImage(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Stride = checked((width + RowPixels - 1) / RowPixels * RowPixels);
        _memory = new AlignedMemory<Vector4>((long)Stride * height);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Pixels from the start of a row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>Address of the first pixel of the first row.</summary>
    public Vector4* Pointer => _memory.Pointer;

    /// <summary>One pixel; meant for tests and single reads, not for loops.</summary>
    /// <param name="x">Column, 0 to <see cref="Width"/> − 1.</param>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    public ref Vector4 this[int x, int y] => ref Row(y)[x];

    /// <summary>A premultiplied pixel's own colour; what is wholly transparent is black.</summary>
    /// <param name="pixel">The pixel.</param>
    public static Vector4 Straight(Vector4 pixel) => pixel.W == 1 ? pixel : pixel.W > 0 ? pixel / pixel.W : Vector4.Zero;

    /// <summary>One row without its padding.</summary>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    public Span<Vector4> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return new Span<Vector4>(_memory.Pointer + ((long)y * Stride), Width);
    }

    /// <summary>Sets every pixel, padding included, to one value.</summary>
    /// <param name="value">Premultiplied linear colour.</param>
    public void Fill(Vector4 value)
    {
        for (int y = 0; y < Height; y++)
            new Span<Vector4>(_memory.Pointer + ((long)y * Stride), Stride).Fill(value);
    }

    /// <summary>Copies every pixel of a picture of the same size.</summary>
    /// <param name="source">Where the pixels come from.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public void CopyFrom(LinearImage source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Width != Width || source.Height != Height)
            throw new ArgumentException($"The pictures differ in size: {source.Width} × {source.Height} and {Width} × {Height}.", nameof(source));
        for (int y = 0; y < Height; y++)
            source.Row(y).CopyTo(Row(y));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
