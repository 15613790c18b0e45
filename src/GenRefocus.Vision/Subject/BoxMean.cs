using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Mean over a square window; at the border over the part of it that lies inside.</summary>
internal static class BoxMean
{
    /// <summary>Replaces a plane by its means.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="radius">Samples to each side, 0 or more.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static void Apply(Plane<Vector4> plane, int radius, int threads, CancellationToken cancellationToken)
    {
        int width = plane.Width, height = plane.Height;
        using Plane<Vector4> across = new(width, height);
        RowParallel.For(height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                ReadOnlySpan<Vector4> source = plane.Row(y);
                Span<Vector4> target = across.Row(y);
                for (int x = 0; x < width; x++)
                {
                    int from = Math.Max(x - radius, 0), to = Math.Min(x + radius, width - 1);
                    Vector4 sum = Vector4.Zero;
                    for (int i = from; i <= to; i++)
                        sum += source[i];
                    target[x] = sum / (to - from + 1);
                }
            }
        }, cancellationToken);
        RowParallel.For(height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                int from = Math.Max(y - radius, 0), to = Math.Min(y + radius, height - 1);
                Span<Vector4> target = plane.Row(y);
                across.Row(from).CopyTo(target);
                for (int i = from + 1; i <= to; i++)
                {
                    ReadOnlySpan<Vector4> source = across.Row(i);
                    for (int x = 0; x < width; x++)
                        target[x] += source[x];
                }

                float share = 1f / (to - from + 1);
                foreach (ref Vector4 value in target)
                    value *= share;
            }
        }, cancellationToken);
    }
}
