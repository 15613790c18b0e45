namespace GenRefocus.Imaging.Tests;

/// <summary>The measures of quality, pixel by pixel as they are defined.</summary>
internal static class QualityOracle
{
    private const int Reach = 5;

    private static readonly double[] Scales = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

    public static double MeanSquare(EncodedPicture a, EncodedPicture b, Func<int, int, bool> counts)
    {
        double sum = 0;
        long count = 0;
        foreach ((Plane<float> x, Plane<float> y) in new[] { (a.Red, b.Red), (a.Green, b.Green), (a.Blue, b.Blue) })
        {
            for (int row = 0; row < x.Height; row++)
            {
                for (int column = 0; column < x.Width; column++)
                {
                    if (!counts(column, row))
                        continue;
                    sum += Math.Pow((double)x[column, row] - y[column, row], 2);
                    count++;
                }
            }
        }

        return sum / count;
    }

    public static (double Whole, double Structure) Similarity(double[,] a, double[,] b, Func<int, int, bool> counts)
    {
        double whole = 0, structure = 0;
        int windows = 0;
        for (int y = Reach; y < a.GetLength(1) - Reach; y++)
        {
            for (int x = Reach; x < a.GetLength(0) - Reach; x++)
            {
                if (!counts(x, y))
                    continue;
                (double one, double part) = Window(a, b, x, y);
                whole += one;
                structure += part;
                windows++;
            }
        }

        return (whole / windows, structure / windows);
    }

    public static double MultiScale(double[,] a, double[,] b)
    {
        double result = 1;
        for (int scale = 0; scale < Scales.Length; scale++)
        {
            (double whole, double structure) = Similarity(a, b, (_, _) => true);
            result *= Math.Pow(Math.Max(0, scale == Scales.Length - 1 ? whole : structure), Scales[scale]);
            (a, b) = (Half(a), Half(b));
        }

        return result;
    }

    public static double[,] Values(Plane<float> plane)
    {
        double[,] values = new double[plane.Width, plane.Height];
        for (int y = 0; y < plane.Height; y++)
        {
            for (int x = 0; x < plane.Width; x++)
                values[x, y] = plane[x, y];
        }

        return values;
    }

    private static (double Whole, double Structure) Window(double[,] a, double[,] b, int x, int y)
    {
        double weights = 0, meanA = 0, meanB = 0;
        void Each(Action<double, double, double> use)
        {
            for (int dy = -Reach; dy <= Reach; dy++)
            {
                for (int dx = -Reach; dx <= Reach; dx++)
                    use(Math.Exp(-((dx * dx) + (dy * dy)) / 4.5), a[x + dx, y + dy], b[x + dx, y + dy]);
            }
        }

        Each((weight, p, q) => (weights, meanA, meanB) = (weights + weight, meanA + (weight * p), meanB + (weight * q)));
        (meanA, meanB) = (meanA / weights, meanB / weights);
        double varianceA = 0, varianceB = 0, covariance = 0;
        Each((weight, p, q) =>
        {
            varianceA += weight / weights * (p - meanA) * (p - meanA);
            varianceB += weight / weights * (q - meanB) * (q - meanB);
            covariance += weight / weights * (p - meanA) * (q - meanB);
        });
        double structure = ((2 * covariance) + 0.0009) / (varianceA + varianceB + 0.0009);
        return (structure * ((2 * meanA * meanB) + 0.0001) / ((meanA * meanA) + (meanB * meanB) + 0.0001), structure);
    }

    private static double[,] Half(double[,] a)
    {
        double[,] half = new double[a.GetLength(0) / 2, a.GetLength(1) / 2];
        for (int y = 0; y < half.GetLength(1); y++)
        {
            for (int x = 0; x < half.GetLength(0); x++)
                half[x, y] = (a[2 * x, 2 * y] + a[(2 * x) + 1, 2 * y] + a[2 * x, (2 * y) + 1] + a[(2 * x) + 1, (2 * y) + 1]) / 4;
        }

        return half;
    }
}
