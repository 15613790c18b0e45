namespace GenRefocus.Imaging;

/// <summary>
/// A one-channel picture: disparity, circle of confusion, mask. Rows start on 64-byte boundaries; the elements between <see cref="Width"/> and
/// <see cref="Stride"/> are padding with undefined content.
/// </summary>
/// <typeparam name="T">Element type without references.</typeparam>
public sealed unsafe class Plane<T> : IDisposable
    where T : unmanaged
{
    private readonly AlignedMemory<T> _memory;

    /// <summary>Takes memory for a plane; its content is undefined.</summary>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or the plane is larger than the pool serves.</exception>
    public Plane(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        int rowElements = Math.Max(1, AlignedMemory<T>.Alignment / sizeof(T));
        Width = width;
        Height = height;
        Stride = checked((width + rowElements - 1) / rowElements * rowElements);
        _memory = new AlignedMemory<T>((long)Stride * height);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Elements from the start of a row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>Address of the first element of the first row.</summary>
    public T* Pointer => _memory.Pointer;

    /// <summary>One element; meant for tests and single reads, not for loops.</summary>
    /// <param name="x">Column, 0 to <see cref="Width"/> − 1.</param>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    public ref T this[int x, int y] => ref Row(y)[x];

    /// <summary>One row without its padding.</summary>
    /// <param name="y">Row, 0 to <see cref="Height"/> − 1.</param>
    public Span<T> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return new Span<T>(_memory.Pointer + ((long)y * Stride), Width);
    }

    /// <summary>Sets every element, padding included, to one value.</summary>
    /// <param name="value">The value.</param>
    public void Fill(T value)
    {
        for (int y = 0; y < Height; y++)
            new Span<T>(_memory.Pointer + ((long)y * Stride), Stride).Fill(value);
    }

    /// <summary>Copies every element of a plane of the same size.</summary>
    /// <param name="source">Where the elements come from.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public void CopyFrom(Plane<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Width != Width || source.Height != Height)
            throw new ArgumentException($"The planes differ in size: {source.Width} × {source.Height} and {Width} × {Height}.", nameof(source));
        for (int y = 0; y < Height; y++)
            source.Row(y).CopyTo(Row(y));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
