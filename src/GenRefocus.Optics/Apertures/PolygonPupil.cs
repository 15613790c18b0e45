namespace GenRefocus.Optics;

/// <summary>
/// The opening of n blades: a regular polygon with one corner up before it is turned, its sides bent outwards towards the circle. Boundary at angle θ' from
/// the nearest corner on the left: (1 − κ)·cos(α/2)/cos(θ' − α/2) + κ, α = 2π/n.
/// </summary>
internal sealed class PolygonPupil : OutlinePupil
{
    // Chords of 1/512 turn leave a circle of 256 px by 0.005 px at most.
    private const int CurvedPieces = 512;

    private readonly double _side;
    private readonly double _curvature;
    private readonly double _rotation;

    private PolygonPupil(double[] xs, double[] ys, int blades, double curvature, double rotation)
        : base(xs, ys, blades % 2 == 0)
    {
        _side = 2 * Math.PI / blades;
        _curvature = curvature;
        _rotation = rotation;
    }

    /// <summary>Builds the opening.</summary>
    /// <param name="blades">Number of sides, 3 or more.</param>
    /// <param name="curvature">κ, 0 (straight) to 1 (circle).</param>
    /// <param name="rotation">Turn in radians, clockwise as seen.</param>
    public static PolygonPupil Create(int blades, double curvature, double rotation)
    {
        int pieces = curvature > 0 ? (CurvedPieces + blades - 1) / blades : 1;
        double[] xs = new double[blades * pieces], ys = new double[xs.Length];
        for (int i = 0; i < xs.Length; i++)
        {
            double angle = 2 * Math.PI * i / xs.Length;
            double radius = i % pieces == 0 ? 1 : Boundary(angle, 2 * Math.PI / blades, curvature);
            xs[i] = radius * Math.Sin(angle + rotation);
            ys[i] = -radius * Math.Cos(angle + rotation);
        }

        return new PolygonPupil(xs, ys, blades, curvature, rotation);
    }

    /// <inheritdoc/>
    public override bool Contains(double x, double y) =>
        Math.Sqrt((x * x) + (y * y)) <= Boundary(Math.Atan2(x, -y) - _rotation, _side, _curvature);

    private static double Boundary(double angle, double side, double curvature)
    {
        double within = ((angle % side) + side) % side;
        return ((1 - curvature) * Math.Cos(side / 2) / Math.Cos(within - (side / 2))) + curvature;
    }
}
