namespace GenRefocus.Imaging;

/// <summary>The taps of one axis: for every output position a run of source positions and their weights, which sum to 1.</summary>
internal sealed class AxisWeights
{
    private const double CubicA = -0.75;

    private readonly int[] _first;
    private readonly float[][] _weights;

    private AxisWeights(int source, int target)
    {
        Source = source;
        _first = new int[target];
        _weights = new float[target][];
    }

    /// <summary>Source positions.</summary>
    public int Source { get; }

    /// <summary>Output positions.</summary>
    public int Target => _first.Length;

    /// <summary>First source position of an output position.</summary>
    /// <param name="i">Output position.</param>
    public int First(int i) => _first[i];

    /// <summary>Weights from the first source position on.</summary>
    /// <param name="i">Output position.</param>
    public ReadOnlySpan<float> Weights(int i) => _weights[i];

    /// <summary>Works the taps out, in double precision.</summary>
    /// <param name="source">Source positions, 1 or more.</param>
    /// <param name="target">Output positions, 1 or more.</param>
    /// <param name="filter">The rule.</param>
    public static AxisWeights Make(int source, int target, ResampleFilter filter)
    {
        var axis = new AxisWeights(source, target);
        double scale = (double)source / target;
        for (int i = 0; i < target; i++)
        {
            double centre = ((i + 0.5) * scale) - 0.5;
            switch (filter)
            {
                case ResampleFilter.Area when scale > 1:
                    double left = i * scale, right = left + scale;
                    axis.Set(i, (int)left, (int)Math.Ceiling(right), p => Math.Min(p + 1, right) - Math.Max(p, left));
                    break;
                case ResampleFilter.BilinearAntialias when scale > 1:
                    int from = Math.Max(0, (int)Math.Floor(centre - scale)), to = Math.Min(source, (int)Math.Ceiling(centre + scale) + 1);
                    axis.Set(i, from, to, p => Math.Max(0, 1 - (Math.Abs(p - centre) / scale)));
                    break;
                case ResampleFilter.Bicubic:
                    int start = (int)Math.Floor(centre) - 1;
                    axis.Set(i, start, start + 4, p => Cubic(Math.Abs(p - centre)));
                    break;
                default:
                    int floor = (int)Math.Floor(centre);
                    axis.Set(i, floor, floor + 2, p => 1 - Math.Abs(p - centre));
                    break;
            }
        }

        return axis;
    }

    /// <summary>Stores a run of taps: those beyond an edge are added to the edge pixel, zeros at the ends are cut off, and the sum is made 1.</summary>
    private void Set(int i, int from, int to, Func<int, double> weight)
    {
        int first = Math.Clamp(from, 0, Source - 1), last = Math.Clamp(to - 1, 0, Source - 1);
        var weights = new double[last - first + 1];
        for (int p = from; p < to; p++)
            weights[Math.Clamp(p, first, last) - first] += weight(p);
        int begin = 0, end = weights.Length;
        while (end - begin > 1 && weights[end - 1] == 0)
            end--;
        while (end - begin > 1 && weights[begin] == 0)
            begin++;
        double sum = weights.Sum();
        _first[i] = first + begin;
        _weights[i] = [.. weights[begin..end].Select(w => (float)(w / sum))];
    }

    private static double Cubic(double x) => x switch
    {
        <= 1 => ((((CubicA + 2) * x) - (CubicA + 3)) * x * x) + 1,
        < 2 => (((((x - 5) * x) + 8) * x) - 4) * CubicA,
        _ => 0,
    };
}
