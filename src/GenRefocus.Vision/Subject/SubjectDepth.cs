using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Keeps the parts of a subject together in depth. Small networks take what is higher in the picture for farther, and so a standing person's head for farther than the feet: in each
/// connected piece of the subject what lies farther than most of it is brought to where most of it begins. What is nearer stays.
/// </summary>
internal static class SubjectDepth
{
    private const float Inside = 0.5f;

    /// <summary>Share of a piece's samples that may be brought nearer.</summary>
    private const double FarShare = 0.25;

    /// <summary>Pieces of fewer samples are specks of the mask.</summary>
    private const int SmallestPiece = 16;

    /// <summary>Changes the disparity where the subject is.</summary>
    /// <param name="disparity">The network's disparity, larger is nearer.</param>
    /// <param name="mask">The subject's share of each sample, 0 … 1, of the same size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Gather(Plane<float> disparity, Plane<float> mask)
    {
        if (disparity.Width != mask.Width || disparity.Height != mask.Height)
            throw new ArgumentException($"The disparity is {disparity.Width} × {disparity.Height}, the mask {mask.Width} × {mask.Height}.", nameof(mask));
        bool[] seen = new bool[disparity.Width * disparity.Height];
        for (int start = 0; start < seen.Length; start++)
        {
            if (!seen[start] && mask[start % mask.Width, start / mask.Width] > Inside)
                Gather(disparity, mask, Piece(mask, start, seen));
        }
    }

    private static void Gather(Plane<float> disparity, Plane<float> mask, List<(int X, int Y)> piece)
    {
        if (piece.Count < SmallestPiece)
            return;
        float[] values = [.. piece.Select(at => disparity[at.X, at.Y]).Order()];
        float least = values[(int)(FarShare * values.Length)];
        foreach ((int x, int y) in piece)
            disparity[x, y] += mask[x, y] * Math.Max(0, least - disparity[x, y]);
    }

    // Samples that hang together by their sides.
    private static List<(int X, int Y)> Piece(Plane<float> mask, int start, bool[] seen)
    {
        List<(int X, int Y)> piece = [];
        Add(start % mask.Width, start / mask.Width);
        for (int i = 0; i < piece.Count; i++)
        {
            (int x, int y) = piece[i];
            Add(x - 1, y);
            Add(x + 1, y);
            Add(x, y - 1);
            Add(x, y + 1);
        }

        return piece;

        void Add(int x, int y)
        {
            if (x < 0 || y < 0 || x >= mask.Width || y >= mask.Height || seen[(y * mask.Width) + x] || !(mask[x, y] > Inside))
                return;
            seen[(y * mask.Width) + x] = true;
            piece.Add((x, y));
        }
    }
}
