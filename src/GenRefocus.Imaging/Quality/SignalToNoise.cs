using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>Peak signal-to-noise ratio in decibels, over red, green and blue of encoded pictures.</summary>
public static class SignalToNoise
{
    /// <summary>What equal pictures have, and the most that any have: an error far below half a step of 16 bits.</summary>
    public const double Most = 100;

    /// <summary>Compares two pictures.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="where">What counts, not 0; of the same size. Null for everything.</param>
    /// <returns>0 … <see cref="Most"/>; not a number where nothing counts.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double Of(EncodedPicture a, EncodedPicture b, Plane<byte>? where = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Sizes.Check(a.Luma, b.Luma, where);
        double sum = 0;
        long count = 0;
        for (int y = 0; y < a.Height; y++)
        {
            ReadOnlySpan<byte> counts = where is null ? [] : where.Row(y);
            count += where is null ? a.Width : a.Width - counts.Count((byte)0);
            sum += Squares(a.Red.Row(y), b.Red.Row(y), counts) + Squares(a.Green.Row(y), b.Green.Row(y), counts) + Squares(a.Blue.Row(y), b.Blue.Row(y), counts);
        }

        return FromMeanSquare(sum / (3 * count));
    }

    /// <summary>The ratio of a mean squared error.</summary>
    /// <param name="meanSquare">Of values of 0 … 1.</param>
    public static double FromMeanSquare(double meanSquare) => double.IsNaN(meanSquare) ? double.NaN : Math.Min(Most, -10 * Math.Log10(meanSquare));

    private static double Squares(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<byte> counts)
    {
        double sum = 0;
        int x = 0;
        if (counts.IsEmpty)
        {
            Vector<double> sums = Vector<double>.Zero;
            for (; x <= a.Length - Vector<float>.Count; x += Vector<float>.Count)
            {
                Vector.Widen(new Vector<float>(a[x..]) - new Vector<float>(b[x..]), out Vector<double> low, out Vector<double> high);
                sums += (low * low) + (high * high);
            }

            sum = Vector.Sum(sums);
        }

        for (; x < a.Length; x++)
        {
            double difference = counts.IsEmpty || counts[x] != 0 ? a[x] - b[x] : 0;
            sum += difference * difference;
        }

        return sum;
    }
}
