using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Largest and smallest value of the square window round each pixel of one row; the window is cut at the picture's border.</summary>
internal sealed unsafe class WindowExtremes : IDisposable
{
    private readonly Plane<float> _plane;
    private readonly int _radius;
    private readonly AlignedMemory<float> _columns;
    private readonly AlignedMemory<float> _max;
    private readonly AlignedMemory<float> _min;

    /// <summary>Takes buffers for the rows of a plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="radius">Half-width of the window: it is 2·radius + 1 pixels wide and high.</param>
    public WindowExtremes(Plane<float> plane, int radius)
    {
        _plane = plane;
        _radius = radius;
        int padded = plane.Width + (2 * (radius + Vector<float>.Count));
        _columns = new AlignedMemory<float>(padded);
        _max = new AlignedMemory<float>(padded);
        _min = new AlignedMemory<float>(padded);
    }

    /// <summary>Largest values of the row last moved to.</summary>
    public ReadOnlySpan<float> Max => new(_max.Pointer, _plane.Width);

    /// <summary>Smallest values of the row last moved to.</summary>
    public ReadOnlySpan<float> Min => new(_min.Pointer, _plane.Width);

    /// <summary>Computes the extremes of a row.</summary>
    /// <param name="y">The row.</param>
    public void MoveTo(int y)
    {
        Reduce<Largest>(y, _max.Pointer);
        Reduce<Smallest>(y, _min.Pointer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _columns.Dispose();
        _max.Dispose();
        _min.Dispose();
    }

    private void Reduce<TExtreme>(int y, float* result)
        where TExtreme : struct, IExtreme
    {
        int width = _plane.Width, lanes = Vector<float>.Count;
        float* columns = _columns.Pointer + _radius;
        int top = Math.Max(0, y - _radius), bottom = Math.Min(_plane.Height - 1, y + _radius);

        // Rows are padded to whole cache lines, so a vector may read past the last column; what it read there is overwritten below.
        for (int x = 0; x < width; x += lanes)
        {
            Vector<float> extreme = Vector.Load(_plane.Pointer + ((long)top * _plane.Stride) + x);
            for (int row = top + 1; row <= bottom; row++)
                extreme = TExtreme.Of(extreme, Vector.Load(_plane.Pointer + ((long)row * _plane.Stride) + x));
            extreme.Store(columns + x);
        }

        new Span<float>(_columns.Pointer, _radius).Fill(TExtreme.Neutral);
        new Span<float>(columns + width, _radius + lanes).Fill(TExtreme.Neutral);
        for (int x = 0; x < width; x += lanes)
        {
            Vector<float> extreme = Vector.Load(columns + x - _radius);
            for (int dx = 1 - _radius; dx <= _radius; dx++)
                extreme = TExtreme.Of(extreme, Vector.Load(columns + x + dx));
            extreme.Store(result + x);
        }
    }
}
