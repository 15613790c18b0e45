namespace GenRefocus.Optics;

/// <summary>
/// An opening in pupil coordinates: x to the right, y down, the farthest point at distance 1 from the optical axis (0, 0), as seen in a blurred point behind
/// the focus.
/// </summary>
internal abstract class PupilShape
{
    /// <summary>How many times one row can cross the boundary at most.</summary>
    public abstract int MaxCrossings { get; }

    /// <summary>Twice the area over the boundary's length, as a share of the radius: 1 for a disc, less the thinner the opening is.</summary>
    public abstract double Thickness { get; }

    /// <summary>Whether a turn by 180° changes nothing.</summary>
    public abstract bool IsPointSymmetric { get; }

    /// <summary>Whether a point lies in the opening; points of the boundary do, within rounding.</summary>
    public abstract bool Contains(double x, double y);

    /// <summary>Adds the abscissas at which the boundary crosses each row.</summary>
    public abstract void AddCrossings(RowCrossings rows);
}
