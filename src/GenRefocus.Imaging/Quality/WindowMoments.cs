namespace GenRefocus.Imaging;

/// <summary>Weighted first and second moments of two pictures in every whole window of a band of rows.</summary>
internal sealed class WindowMoments
{
    // Values of one picture and of the other, their squares, and their products.
    private const int Kinds = 5;

    private readonly double[][] _rows;
    private readonly double[][] _sums;
    private readonly int _first;

    /// <summary>Filters the band along its rows.</summary>
    /// <param name="a">One picture.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="from">First row of windows.</param>
    /// <param name="to">Row after the last.</param>
    public WindowMoments(Plane<float> a, Plane<float> b, int from, int to)
    {
        _first = from;
        int windows = a.Width - GaussianWindow.Side + 1;
        _rows = new double[Kinds * (to - from + GaussianWindow.Side - 1)][];
        _sums = [.. Enumerable.Range(0, Kinds).Select(_ => new double[windows])];
        double[] x = new double[a.Width], y = new double[a.Width], product = new double[a.Width];
        for (int row = 0; row < _rows.Length / Kinds; row++)
        {
            Widen(a.Row(from + row), x);
            Widen(b.Row(from + row), y);
            Keep(x, row, 0, windows);
            Keep(y, row, 1, windows);
            Keep(Multiply(x, x, product), row, 2, windows);
            Keep(Multiply(y, y, product), row, 3, windows);
            Keep(Multiply(x, y, product), row, 4, windows);
        }
    }

    /// <summary>Mean of the first picture.</summary>
    public ReadOnlySpan<double> MeanA => _sums[0];

    /// <summary>Mean of the second.</summary>
    public ReadOnlySpan<double> MeanB => _sums[1];

    /// <summary>Mean square of the first.</summary>
    public ReadOnlySpan<double> SquareA => _sums[2];

    /// <summary>Mean square of the second.</summary>
    public ReadOnlySpan<double> SquareB => _sums[3];

    /// <summary>Mean product.</summary>
    public ReadOnlySpan<double> Product => _sums[4];

    /// <summary>Fills the moments with those of a row of windows.</summary>
    /// <param name="row">The row, inside the band.</param>
    public void MoveTo(int row)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            Array.Clear(_sums[kind]);
            for (int k = 0; k < GaussianWindow.Side; k++)
                GaussianWindow.Add(_rows[((row - _first + k) * Kinds) + kind], k, _sums[kind]);
        }
    }

    private void Keep(double[] values, int row, int kind, int windows) =>
        GaussianWindow.Along(values, _rows[(row * Kinds) + kind] = new double[windows]);

    private static void Widen(ReadOnlySpan<float> from, double[] to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = from[i];
    }

    private static double[] Multiply(double[] a, double[] b, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = a[i] * b[i];
        return result;
    }
}
