namespace GenRefocus.Optics;

/// <summary>
/// Where a pupil's boundary crosses the sample rows of a raster, in pupil coordinates (radius 1): for each row a sorted list of abscissas, of which every
/// odd and the next even one enclose what lies inside.
/// </summary>
internal sealed class RowCrossings(int capacity)
{
    private double[] _crossings = [];
    private int[] _counts = [];
    private double _origin;
    private double _step;

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Starts a raster: row i lies at y = origin + step·i.</summary>
    public void Reset(int rows, double origin, double step)
    {
        Rows = rows;
        _origin = origin;
        _step = step;
        if (_counts.Length < rows)
        {
            _counts = new int[rows];
            _crossings = new double[rows * capacity];
        }

        Array.Clear(_counts, 0, rows);
    }

    /// <summary>The ordinate of a row.</summary>
    public double Y(int row) => _origin + (_step * row);

    /// <summary>The first row with y ≥ <paramref name="y"/>, 0 to <see cref="Rows"/>.</summary>
    public int FirstRowFrom(double y) => (int)Math.Clamp(Math.Ceiling((y - _origin) / _step), 0, Rows);

    /// <summary>Adds a crossing, keeping the row sorted.</summary>
    public void Add(int row, double x)
    {
        int start = row * capacity, i = start + _counts[row]++;
        for (; i > start && _crossings[i - 1] > x; i--)
            _crossings[i] = _crossings[i - 1];
        _crossings[i] = x;
    }

    /// <summary>The crossings of a row, ascending, an even number.</summary>
    public ReadOnlySpan<double> Row(int row) => _crossings.AsSpan(row * capacity, _counts[row]);
}
