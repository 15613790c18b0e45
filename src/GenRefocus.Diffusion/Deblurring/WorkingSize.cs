namespace GenRefocus.Diffusion;

/// <summary>
/// The size at which stage 1 works: a picture's own up to 2.5 megapixels, else as many. Larger pictures are soft over more pixels, which a network for small radii sees at
/// a smaller size, and the work stays the same however large they are.
/// </summary>
public static class WorkingSize
{
    /// <summary>Most pixels.</summary>
    public const int Pixels = 2_500_000;

    /// <summary>Finds the size.</summary>
    /// <param name="width">Columns of the picture, 1 or more.</param>
    /// <param name="height">Rows of the picture, 1 or more.</param>
    /// <returns>Columns and rows, each 1 or more.</returns>
    public static (int Width, int Height) Of(int width, int height)
    {
        double scale = Math.Min(1, Math.Sqrt(Pixels / ((double)width * height)));
        return (Side(width, scale), Side(height, scale));
    }

    private static int Side(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));
}
