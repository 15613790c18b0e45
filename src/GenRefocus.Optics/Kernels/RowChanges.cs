namespace GenRefocus.Optics;

/// <summary>One row of a raster as the places where its value changes: the work of a row is that of its edges, not of its length.</summary>
internal sealed class RowChanges
{
    private double[] _changes = [];
    private int[] _places = [];
    private int _count;

    /// <summary>Makes room for a row without changes.</summary>
    /// <param name="length">Number of pixels.</param>
    public void Reset(int length)
    {
        if (_changes.Length <= length)
            _changes = new double[length + 1];
        _count = 0;
    }

    /// <summary>Changes the value from a pixel on.</summary>
    public void Add(int pixel, double change)
    {
        if (_count == _places.Length)
            Array.Resize(ref _places, Math.Max(64, 2 * _count));
        _places[_count++] = pixel;
        _changes[pixel] += change;
    }

    /// <summary>The pixels that something was added at, ascending; one may stand several times.</summary>
    public ReadOnlySpan<int> Places()
    {
        Span<int> places = _places.AsSpan(0, _count);
        places.Sort();
        return places;
    }

    /// <summary>Takes the change at a pixel out: 0 when it is asked for again.</summary>
    public double Take(int pixel)
    {
        double change = _changes[pixel];
        _changes[pixel] = 0;
        return change;
    }
}
