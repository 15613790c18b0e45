using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>Values of a picture at a quarter of its size, read at its own.</summary>
internal static class QuarterPlane
{
    /// <summary>Pixels of the picture a sample and axis.</summary>
    public const int Step = 4;

    /// <summary>Values of a row of the picture, linear between the samples, whose centres lie in the middle of their pixels.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="x">First column; columns beyond the picture repeat its last.</param>
    /// <param name="y">Row, likewise.</param>
    /// <param name="row">Receives the values.</param>
    public static void Sample(Plane<float> samples, int x, int y, Span<float> row)
    {
        (int above, int below, float down) = Between(y, samples.Height);
        ReadOnlySpan<float> first = samples.Row(above), second = samples.Row(below);
        for (int i = 0; i < row.Length; i++)
        {
            (int left, int right, float along) = Between(x + i, samples.Width);
            float up = first[left] + (along * (first[right] - first[left])), low = second[left] + (along * (second[right] - second[left]));
            row[i] = up + (down * (low - up));
        }
    }

    private static (int Before, int After, float Share) Between(int at, int count)
    {
        float position = Math.Clamp(((at + 0.5f) / Step) - 0.5f, 0, count - 1);
        int before = (int)position;
        return (before, Math.Min(before + 1, count - 1), position - before);
    }
}
