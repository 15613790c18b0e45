namespace GenRefocus.Optics;

/// <summary>An opening bounded by a closed line of straight pieces that does not cross itself.</summary>
/// <param name="xs">Abscissas of the corners.</param>
/// <param name="ys">Ordinates of the corners, positive downwards.</param>
/// <param name="isPointSymmetric">Whether the corners stay the same under a turn by 180°.</param>
internal class OutlinePupil(double[] xs, double[] ys, bool isPointSymmetric) : PupilShape
{
    /// <inheritdoc/>
    public override int MaxCrossings { get; } = CountCrossings(ys);

    /// <inheritdoc/>
    public override double Thickness { get; } = TwiceAreaOverLength(xs, ys);

    /// <inheritdoc/>
    public override bool IsPointSymmetric => isPointSymmetric;

    /// <inheritdoc/>
    public override bool Contains(double x, double y)
    {
        bool inside = false;
        for (int i = 0, j = xs.Length - 1; i < xs.Length; j = i++)
        {
            if (ys[i] <= y != ys[j] <= y && x < xs[j] + ((y - ys[j]) / (ys[i] - ys[j]) * (xs[i] - xs[j])))
                inside = !inside;
        }

        return inside;
    }

    /// <inheritdoc/>
    public override void AddCrossings(RowCrossings rows)
    {
        for (int i = 0, j = xs.Length - 1; i < xs.Length; j = i++)
        {
            (int top, int bottom) = ys[i] < ys[j] ? (i, j) : (j, i);
            double slope = (xs[bottom] - xs[top]) / (ys[bottom] - ys[top]);

            // Half open, so that a corner on a row counts once; a level piece has no row.
            int end = rows.FirstRowFrom(ys[bottom]);
            for (int row = rows.FirstRowFrom(ys[top]); row < end; row++)
                rows.Add(row, xs[top] + ((rows.Y(row) - ys[top]) * slope));
        }
    }

    private static double TwiceAreaOverLength(double[] xs, double[] ys)
    {
        double twiceArea = 0, length = 0;
        for (int i = 0, j = xs.Length - 1; i < xs.Length; j = i++)
        {
            twiceArea += (xs[j] * ys[i]) - (xs[i] * ys[j]);
            length += Math.Sqrt(((xs[i] - xs[j]) * (xs[i] - xs[j])) + ((ys[i] - ys[j]) * (ys[i] - ys[j])));
        }

        return Math.Abs(twiceArea) / length;
    }

    private static int CountCrossings(double[] ys)
    {
        // The number changes only at corners, so the rows just below each of them see every value.
        int most = 0;
        foreach (double y in ys)
        {
            int count = 0;
            for (int i = 0, j = ys.Length - 1; i < ys.Length; j = i++)
            {
                if (ys[i] <= y != ys[j] <= y)
                    count++;
            }

            most = Math.Max(most, count);
        }

        return most;
    }
}
