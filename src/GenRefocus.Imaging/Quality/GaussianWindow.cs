using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>The window of the structural similarity: a Gaussian of deviation 1.5 over 11 × 11 pixels, one axis at a time.</summary>
internal static class GaussianWindow
{
    public const int Side = 11;
    public const int Reach = Side / 2;

    private const double Deviation = 1.5;

    private static readonly double[] Weights = MakeWeights();

    /// <summary>Weighted sums along a row.</summary>
    /// <param name="row">Values.</param>
    /// <param name="result">Receives a sum for each whole window: <see cref="Side"/> − 1 fewer.</param>
    public static void Along(ReadOnlySpan<double> row, Span<double> result)
    {
        result.Clear();
        for (int k = 0; k < Side; k++)
            Add(row.Slice(k, result.Length), k, result);
    }

    /// <summary>Adds a row of a column's window.</summary>
    /// <param name="row">Values.</param>
    /// <param name="k">Which of the window's rows it is, from 0.</param>
    /// <param name="sums">As many sums.</param>
    public static void Add(ReadOnlySpan<double> row, int k, Span<double> sums)
    {
        double weight = Weights[k];
        int x = 0;
        for (; x <= sums.Length - Vector<double>.Count; x += Vector<double>.Count)
            (new Vector<double>(sums[x..]) + (new Vector<double>(row[x..]) * weight)).CopyTo(sums[x..]);
        for (; x < sums.Length; x++)
            sums[x] += row[x] * weight;
    }

    private static double[] MakeWeights()
    {
        double[] weights = [.. Enumerable.Range(-Reach, Side).Select(i => Math.Exp(-i * i / (2 * Deviation * Deviation)))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
