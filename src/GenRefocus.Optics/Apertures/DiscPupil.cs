namespace GenRefocus.Optics;

/// <summary>A round opening, with a round obstruction in its middle where <paramref name="inner"/> is above 0 (mirror lens).</summary>
/// <param name="inner">Radius of the obstruction, 0 to below 1.</param>
internal sealed class DiscPupil(double inner) : PupilShape
{
    /// <inheritdoc/>
    public override int MaxCrossings => 4;

    /// <inheritdoc/>
    public override double Thickness => 1 - inner;

    /// <inheritdoc/>
    public override bool IsPointSymmetric => true;

    /// <inheritdoc/>
    public override bool Contains(double x, double y)
    {
        double square = (x * x) + (y * y);
        return square <= 1 && square >= inner * inner;
    }

    /// <inheritdoc/>
    public override void AddCrossings(RowCrossings rows)
    {
        AddCircle(rows, 1);
        if (inner > 0)
            AddCircle(rows, inner);
    }

    private static void AddCircle(RowCrossings rows, double radius)
    {
        for (int row = rows.FirstRowFrom(-radius); row < rows.Rows && rows.Y(row) <= radius; row++)
        {
            double y = rows.Y(row), half = Math.Sqrt((radius * radius) - (y * y));
            rows.Add(row, -half);
            rows.Add(row, half);
        }
    }
}
