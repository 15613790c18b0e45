using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Fills holes of a disparity plane from the far side, since what a sensor or a stereo pair cannot see is mostly the background beside something near.
/// </summary>
internal static class UnknownDepth
{
    /// <summary>
    /// Replaces each NaN by the smaller of the nearest known disparities to its left and right; rows without any known value are filled in the same way
    /// from the rows above and below.
    /// </summary>
    /// <param name="disparity">Finite values and NaN.</param>
    /// <returns>False when nothing is known; the plane is then unchanged.</returns>
    public static bool Fill(Plane<float> disparity)
    {
        int known = -1;
        for (int y = 0; y < disparity.Height; y++)
        {
            if (!FillRow(disparity.Row(y)))
                continue;

            // The rows between two filled ones are empty.
            for (int between = known + 1; between < y; between++)
            {
                if (known < 0)
                    disparity.Row(y).CopyTo(disparity.Row(between));
                else
                    Smaller(disparity.Row(known), disparity.Row(y), disparity.Row(between));
            }

            known = y;
        }

        for (int below = known + 1; known >= 0 && below < disparity.Height; below++)
            disparity.Row(known).CopyTo(disparity.Row(below));
        return known >= 0;
    }

    private static bool FillRow(Span<float> row)
    {
        int known = -1;
        for (int x = 0; x < row.Length; x++)
        {
            if (float.IsNaN(row[x]))
                continue;
            if (x > known + 1)
                row[(known + 1)..x].Fill(known < 0 ? row[x] : Math.Min(row[known], row[x]));
            known = x;
        }

        if (known >= 0)
            row[(known + 1)..].Fill(row[known]);
        return known >= 0;
    }

    private static void Smaller(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> target)
    {
        for (int x = 0; x < target.Length; x++)
            target[x] = Math.Min(a[x], b[x]);
    }
}
