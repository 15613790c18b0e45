namespace GenRefocus.Optics;

/// <summary>The outlines of openings that no lens has: star and heart.</summary>
internal static class OutlineShapes
{
    // Chords of 1/512 of the curve leave a heart of 256 px by less than 0.02 px.
    private const int HeartPieces = 512;

    /// <summary>A star with one point up before it is turned.</summary>
    /// <param name="points">Number of points, 3 or more.</param>
    /// <param name="inner">Radius of the inward corners, above 0 to below 1.</param>
    /// <param name="rotation">Turn in radians, clockwise as seen.</param>
    public static OutlinePupil Star(int points, double inner, double rotation)
    {
        double[] xs = new double[2 * points], ys = new double[2 * points];
        for (int i = 0; i < xs.Length; i++)
        {
            double angle = (Math.PI * i / points) + rotation, radius = i % 2 == 0 ? 1 : inner;
            xs[i] = radius * Math.Sin(angle);
            ys[i] = -radius * Math.Cos(angle);
        }

        return new OutlinePupil(xs, ys, points % 2 == 0);
    }

    /// <summary>
    /// A heart with its tip down before it is turned: x = 16 sin³t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t (upwards), its centroid on the axis, its
    /// farthest point at radius 1.
    /// </summary>
    /// <param name="rotation">Turn in radians, clockwise as seen.</param>
    public static OutlinePupil Heart(double rotation)
    {
        double[] xs = new double[HeartPieces], ys = new double[HeartPieces];
        for (int i = 0; i < HeartPieces; i++)
        {
            double t = 2 * Math.PI * i / HeartPieces, sine = Math.Sin(t);
            xs[i] = 16 * sine * sine * sine;
            ys[i] = -((13 * Math.Cos(t)) - (5 * Math.Cos(2 * t)) - (2 * Math.Cos(3 * t)) - Math.Cos(4 * t));
        }

        double centre = CentroidY(xs, ys), farthest = 0;
        for (int i = 0; i < HeartPieces; i++)
            farthest = Math.Max(farthest, Math.Sqrt((xs[i] * xs[i]) + ((ys[i] - centre) * (ys[i] - centre))));
        (double sin, double cos) = Math.SinCos(rotation);
        for (int i = 0; i < HeartPieces; i++)
        {
            double x = xs[i] / farthest, y = (ys[i] - centre) / farthest;
            xs[i] = (x * cos) - (y * sin);
            ys[i] = (x * sin) + (y * cos);
        }

        return new OutlinePupil(xs, ys, isPointSymmetric: false);
    }

    private static double CentroidY(double[] xs, double[] ys)
    {
        double area = 0, moment = 0;
        for (int i = 0, j = xs.Length - 1; i < xs.Length; j = i++)
        {
            double cross = (xs[j] * ys[i]) - (xs[i] * ys[j]);
            area += cross;
            moment += cross * (ys[j] + ys[i]);
        }

        return moment / (3 * area);
    }
}
